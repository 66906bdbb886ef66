/** An import of its own, so that only pages that look for personal data carry it. */
export type { GuardOptions, GuardPattern } from "@dd0c/track-core/guard";
export { guardTexts } from "./guard/guard-texts";
export { throughPostHogJs } from "./through-posthog-js";
