export {
  type BrowserTracker,
  type BrowserTrackerOptions,
  createBrowserTracker,
} from "./create-browser-tracker";
export type { PostHogJs } from "./through-posthog-js";
