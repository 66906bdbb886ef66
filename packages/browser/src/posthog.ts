/** What a page does about its posthog-js besides tracking; an import of its own. */
export type { PostHogJs } from "./through-posthog-js";
