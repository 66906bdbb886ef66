// What a generated client refuses, and the good twin of each. `tsc` is the test.
import { recordTracker } from "@dd0c/track-core/testing";
import { createTracker as createBrowser } from "../tests/fixtures/cost-browser";
import { createTracker, type Events } from "../tests/fixtures/cost-node";
import type { CreateTracker, Hashed } from "./generated";

const tracker = createTracker({ api_key: "phc", context: { app_version: "1" } });
const { track } = tracker.forTenant("t1");
const t1 = { tenant_id: "t1" };

track.cost.anomaly.alerted({ channel_kind: "dm", resource: { service: "ec2" } });
track("cost.anomaly.alerted")({ channel_kind: "dm" });
track.cost.anomaly.snoozed();
track.cost.anomaly.snoozed({ hours: 1 }, { distinct_id: "u1", timestamp: new Date() });
tracker.track.cost.anomaly.snoozed({ hours: 1 }, t1);
tracker.track("cost.anomaly.snoozed")({ hours: 1 }, t1);
tracker.forPerson("u1").track.cost.anomaly.snoozed({}, t1);

// @ts-expect-error a required property is missing
track.cost.anomaly.alerted({});
// @ts-expect-error no member of the enum
track.cost.anomaly.alerted({ channel_kind: "im" });
// @ts-expect-error not in the plan
track.cost.anomaly.alerted({ channel_kind: "dm", colour: "red" });
// @ts-expect-error a nested type is wrong
track.cost.anomaly.alerted({ channel_kind: "dm", resource: { service: 7 } });
// @ts-expect-error no such event
track.cost.anomaly.alertd({ channel_kind: "dm" });
// @ts-expect-error no such event, by name
track("cost.anomaly.alertd");
// @ts-expect-error the tracker is not bound: the tenant is missing
tracker.track.cost.anomaly.snoozed({ hours: 1 });
// @ts-expect-error binding a person does not bind the tenant
tracker.forPerson("u1").track.cost.anomaly.snoozed({ hours: 1 });
// @ts-expect-error the product is not the caller's to say
tracker.track.cost.anomaly.snoozed({ hours: 1 }, { tenant_id: "t1", product: "run" });
// @ts-expect-error nor is the plan's context a property
track.cost.anomaly.snoozed({ hours: 1, product: "run" });
// @ts-expect-error not a group of the plan
tracker.group("team", "x");
// @ts-expect-error not a trait of the plan
tracker.identify("u1", { shoe_size: 42 });
// @ts-expect-error the runtime's context is missing
createTracker({ api_key: "phc" });

const variable = { channel_kind: "dm" as const, colour: "red" };
// @ts-expect-error extra keys of a variable
track.cost.anomaly.alerted(variable);
// @ts-expect-error extra keys of a spread
track.cost.anomaly.alerted({ ...variable });
// @ts-expect-error extra keys of a variable, by name
track("cost.anomaly.alerted")(variable);
const nested = { channel_kind: "dm" as const, resource: { service: "ec2", colour: "red" } };
// @ts-expect-error extra keys deep inside
track.cost.anomaly.alerted(nested);
const listed = {
  channel_kind: "dm" as const,
  contacts: [{ email: "a", role: "b", colour: "red" }],
};
// @ts-expect-error extra keys in a list
track.cost.anomaly.alerted(listed);

const browser = createBrowser({ context: { app_version: "1" } }).forTenant("t1");
declare const hashed: Hashed<"email">;
browser.track.cost.anomaly.alerted({ channel_kind: "dm", user_email: hashed });
browser.track.cost.anomaly.alerted({
  channel_kind: "dm",
  // @ts-expect-error raw PII in a browser
  user_email: "ada@example.com",
});
declare const account: Hashed<"account_id">;
browser.track.cost.anomaly.alerted({
  channel_kind: "dm",
  // @ts-expect-error hashed, but of another class
  user_email: account,
});

const { recorder } = recordTracker(createTracker, { context: { app_version: "1" } });
recorder.expectTracked("cost.anomaly.alerted", { channel_kind: "dm", tenant_id: "t1" });
export const kind: "public" | "private" | "dm" | undefined =
  recorder.events("cost.anomaly.alerted")[0]?.properties.channel_kind;
// @ts-expect-error no such event
recorder.events("cost.anomaly.alertd");
// @ts-expect-error no member of the enum
recorder.expectTracked("cost.anomaly.alerted", { channel_kind: "im" });

export type Inferred =
  typeof createTracker extends CreateTracker<never, unknown, infer E> ? E : never;
export const inferred: Inferred extends Events ? true : false = true;
