import { type CostAnomalySnoozed, createTracker } from "@dd0c/track-events/cost/browser";
import { element, onClick, show, tenant } from "./page.js";
import { client } from "./posthog.js";
import { signUp } from "./sign-up.js";

const tracker = createTracker({ posthog: client, context: { app_version: "2.14.0" } });
const { track } = tracker.forTenant(tenant);

/** The anomaly on the page; a real page gets it from its API. */
const anomaly: Omit<CostAnomalySnoozed, "surface" | "snoozed_for_h"> = {
  anomaly_id: "an_8f2",
  anomaly_kind: "new_resource",
  score: 0.92,
  severity: "high",
  daily_impact_cents: 41_200,
};

tracker.register({ acquisition_channel: "community", is_internal: false });
track.account.signup.started({
  acquisition_channel: "community",
  is_invited: false,
  entry_page: "pricing",
  referrer_domain: "news.example.com",
});

for (const button of element("signup").querySelectorAll("button")) {
  const signup_method = button.dataset.method === "email" ? "email" : "github_sso";
  button.addEventListener("click", async () => {
    track.account.signup.method({ signup_method });
    const { value: email } = element<HTMLInputElement>("email");
    const { user_id, email_hash } = await signUp(tenant, email, signup_method);
    tracker.identify(user_id, { user_email: email_hash, signup_method });
    tracker.group("tenant", tenant, { plan_tier: "free" });
    track.onboarding.wizard.step_completed({
      wizard_step: "choose_goal",
      step_number: 1,
      elapsed_s: 12,
      is_skipped: false,
    });
    show("connect");
  });
}

onClick("connect-aws", () => {
  track.account.integration.started({
    integration: "aws",
    provider: "aws",
    setup_surface: "wizard",
    attempt: 1,
  });
  show("anomaly", "upgrade", "offer");
  track.platform.cross_sell.impression(offer);
});

onClick("snooze", () => {
  track.cost.anomaly.snoozed({ ...anomaly, surface: "web", snoozed_for_h: 24 });
});
onClick("expected", () => {
  track.cost.anomaly.expected({ ...anomaly, surface: "web" });
});
onClick("stop", () => {
  track.cost.remediation.clicked({
    remediation_action: "stop",
    anomaly_id: anomaly.anomaly_id,
    daily_impact_cents: anomaly.daily_impact_cents,
    resource: { service: "ec2", region: "eu-central-1", resource_kind: "instance" },
    surface: "web",
  });
  track.feature.cost_remediation.used({ surface: "web" });
});

onClick("checkout", () => {
  track.billing.checkout.started({
    checkout_id: "cs_test_a1B2c3D4",
    plan_tier: "pro",
    billing_interval: "monthly",
    seats: 5,
    amount_cents: 9_500,
    upgrade_trigger: "usage_limit",
  });
});

const offer = {
  target_product: "drift",
  offer_id: "cost-to-drift-1",
  placement: "dashboard_banner",
} as const;
onClick("try-drift", () => track.platform.cross_sell.clicked(offer));
