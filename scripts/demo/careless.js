// A page whose author wrote plain JavaScript and hands an address to a browser tracker.
import { createTracker } from "@dd0c/track-events/cost/browser";
import posthog from "posthog-js";

const { VITE_POSTHOG_KEY, VITE_POSTHOG_HOST } = import.meta.env;
const tracker = createTracker({
  posthog: posthog.init(VITE_POSTHOG_KEY, { api_host: VITE_POSTHOG_HOST, defaults: "2025-05-24" }),
});
tracker.identify("usr_careless", { user_email: "ada@example.com", user_role: "founder" });
window.stats = tracker.stats();
