import { standAlone } from "@dd0c/track-browser";
import { createTracker } from "@dd0c/track-events/route/browser";
import { onClick, tenant } from "./page.js";

const { VITE_POSTHOG_KEY, VITE_POSTHOG_HOST } = import.meta.env;

/** A page without posthog-js: the tracker sends by itself, and costs a few kB. */
const tracker = createTracker({
  sink: standAlone({ api_key: VITE_POSTHOG_KEY, host: VITE_POSTHOG_HOST }),
  context: { app_version: "2.14.0" },
});
const { track } = tracker.forTenant(tenant);

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
