import posthog from "posthog-js";

/** The page's own posthog-js: page views, autocapture, replay, flags and surveys stay its work. */
export const client = posthog.init(import.meta.env.VITE_POSTHOG_KEY, {
  api_host: import.meta.env.VITE_POSTHOG_HOST,
  defaults: "2025-05-24",
  person_profiles: "identified_only",
});
