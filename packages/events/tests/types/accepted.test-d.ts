// Calls that must compile: the good twin of each one in refused.test-d.ts.
import { createTracker as browser } from "@dd0c/track-events/cost/browser";
import { createTracker as node, type CostAnomalyAlerted } from "@dd0c/track-events/cost/node";
import { createTracker as run } from "@dd0c/track-events/run/node";
import { createTracker as slack } from "@dd0c/track-events/cost/slack";

const tracker = node({ api_key: "phc_test" });
const { track } = tracker.forTenant("t_42");

const alerted = {
  anomaly_id: "an_8f2",
  anomaly_kind: "spike",
  channel_kind: "public",
  daily_impact_cents: 41_200,
  score: 0.92,
  severity: "high",
} satisfies CostAnomalyAlerted;

// A whole call, its properties in a variable, and spread.
track.cost.anomaly.alerted({ ...alerted });
track.cost.anomaly.alerted(alerted);
track.cost.anomaly.alerted({ ...alerted, score: 0.5 });

// A name held in a variable.
track("cost.anomaly.alerted")(alerted);
const names = ["account.slack.installed", "account.aws.connected"] as const;
for (const name of names) track(name);

// A tenant passed with the call; more of the call.
tracker.track.cost.anomaly.alerted(alerted, { tenant_id: "t_42" });
track.cost.anomaly.alerted(alerted, { distinct_id: "u_7", timestamp: new Date(), uuid: "u" });
tracker.with({ tenant_id: "t_42", distinct_id: "u_7" }).track.cost.anomaly.alerted(alerted);

// One value decides what else is required.
const { track: runs } = run({ api_key: "phc_test" }).forTenant("t_42");
runs.billing.churn.detected({
  churn_cause: "payment_failed",
  mrr_change_cents: -4_900,
  previous_plan_tier: "pro",
  products_active_count: 2,
  tenant_age_d: 30,
});

// An already hashed address in a browser, handed out by the server.
const web = browser({});
web.identify("u_7", { user_email: tracker.hash("email", "ada@example.com") });

// Slack: the tracker of a request.
const bot = slack({ api_key: "phc_test", tenantOf: () => "t_42" });
bot.forTenant("t_42").track("cost.anomaly.snoozed");
bot.with({ tenant_id: "t_42", distinct_id: "u_7" });
