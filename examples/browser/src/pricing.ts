import { standAlone } from "@dd0c/track-browser";
import { describePage, trackPageviews } from "@dd0c/track-browser/page";
import { createTracker } from "@dd0c/track-events/route/browser";
import { onClick, tenant } from "./page.js";

const { VITE_POSTHOG_KEY, VITE_POSTHOG_HOST } = import.meta.env;

/** A page without posthog-js: the tracker sends by itself, says where it happened, and costs a few kB. */
const tracker = createTracker({
  sink: describePage(standAlone({ api_key: VITE_POSTHOG_KEY, host: VITE_POSTHOG_HOST })),
  context: { app_version: "2.14.0" },
});
const bound = tracker.forTenant(tenant);
const { track } = bound;
trackPageviews(bound);

onClick("checkout", () => {
  track.billing.checkout.started({
    checkout_id: "cs_test_e5F6g7H8",
    plan_tier: "pro",
    billing_interval: "yearly",
    seats: 5,
    amount_cents: 95_000,
    upgrade_trigger: "pricing_page",
  });
});
