/** What a page does about its posthog-js besides tracking: an import of its own, so that only such pages carry it. */
export { AUTH_PAGES, type PagePattern } from "./posthog/auth-pages";
export {
  type CapturedEvent,
  type CaptureGuardOptions,
  guardCapture,
} from "./posthog/guard-capture";
export { ownSuperProperties, type SuperPropertyHolder } from "./posthog/own-super-properties";
export { type PostHogPageOptions, posthogOptions } from "./posthog/posthog-options";
export type { PostHogJs } from "./through-posthog-js";
