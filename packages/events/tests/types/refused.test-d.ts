// Calls that must not compile. `//! code words` says which error the next line has, and words of its
// message; scripts/type-tests.mjs holds four compilers to it. The good twins: accepted.test-d.ts.
import { createTracker as browser } from "@dd0c/track-events/cost/browser";
import { createTracker as node } from "@dd0c/track-events/cost/node";

const tracker = node({ api_key: "phc_test" });
const { track } = tracker.forTenant("t_42");

const alerted = {
  anomaly_id: "an_8f2",
  anomaly_kind: "spike",
  channel_kind: "public",
  daily_impact_cents: 41_200,
  score: 0.92,
  severity: "high",
} as const;

// A misspelt event: TypeScript names the right one.
//! 2551 Did you mean 'alerted'?
track.cost.anomaly.alertd(alerted);
//! 2551 Did you mean 'anomaly'?
track.cost.anomly.alerted(alerted);

// A missing required property.
//! 2345|2741 'score' is missing
track.cost.anomaly.alerted({ anomaly_id: "an_8f2", anomaly_kind: "spike", channel_kind: "dm", daily_impact_cents: 1, severity: "low" });

// A value outside the enum.
//! 2322 "slack"
track.cost.anomaly.alerted({ ...alerted, channel_kind: "slack" });

// A property outside the plan: in a literal, a variable, a spread.
//! 2322 NotInPlan<"emial">
track.cost.anomaly.alerted({ ...alerted, emial: "ada@example.com" });
const withMore = { ...alerted, email: "ada@example.com" };
//! 2345 NotInPlan<"email">
track.cost.anomaly.alerted(withMore);
//! 2345 NotInPlan<"email">
track.cost.anomaly.alerted({ ...withMore });

// A wrong type inside a nested object, and a property that it does not have.
//! 2322 'number' is not assignable
track.cost.anomaly.alerted({ ...alerted, resource: { service: 7 } });
//! 2561 Did you mean to write 'region'?
track.cost.anomaly.alerted({ ...alerted, resource: { service: "ec2", regon: "eu-west-1" } });

// No tenant: the tracker is not bound, and the call does not say it.
//! 2554 Expected 2 arguments
tracker.track.cost.anomaly.alerted(alerted);

// The context by hand.
//! 2322 NotInPlan<"product">
track.cost.anomaly.alerted({ ...alerted, product: "run" });
//! 2322 NotInPlan<"tenant_id">
track.cost.anomaly.alerted({ ...alerted, tenant_id: "t_other" });
//! 2353 'product' does not exist
track.cost.anomaly.alerted(alerted, { product: "run" });

// An event of another product, and one of another runtime.
//! 2339 'drift' does not exist
track.drift.scan.completed({});
//! 2339 'alerted' does not exist
browser({}).forTenant("t_42").track.cost.anomaly.alerted(alerted);

// Personal data that is dropped, and personal data that a browser must not see raw.
//! 2322 'string' is not assignable
track.billing.churn.detected({ churn_cause: "payment_failed", mrr_change_cents: -1, previous_plan_tier: "pro", products_active_count: 1, tenant_age_d: 3, churn_comment: "Too many alerts" });
//! 2322 Hashed<"email">
browser({}).identify("u_7", { user_email: "ada@example.com" });

// A property that another one's value requires.
//! 2345|2741 'churn_reason' is missing
track.billing.churn.detected({ churn_cause: "cancelled", mrr_change_cents: -1, previous_plan_tier: "pro", products_active_count: 1, tenant_age_d: 3 });

// A name in a variable: it must be a name of the plan.
//! 2345 "cost.anomaly.alertd"
track("cost.anomaly.alertd");
