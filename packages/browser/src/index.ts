export {
  type BrowserTracker,
  type BrowserTrackerOptions,
  createBrowserTracker,
} from "./create-browser-tracker";
export { type StandAloneOptions, standAlone } from "./stand-alone";
export type { PostHogJs } from "./through-posthog-js";
