import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClientPlan } from "../client-plan";
import type { TrackError } from "../report";
import type { RuntimeTracker } from "../runtime-tracker";
import { createRecorder } from "../testing/recorder";
import { createTracker } from "../tracker";
import { keepPlanned } from "./keep-planned";

const plan: ClientPlan = {
  format: 1,
  context: { product: { value: "cost" } },
  events: {
    "a.listed": { properties: ["one", "two", "mail"], pii: { mail: "email" } },
    "a.open": { set: { $process_person_profile: false } },
  },
  person: { traits: { properties: ["role"] } },
  groups: { team: { traits: { properties: ["size"] } } },
};

interface Tracker extends RuntimeTracker {
  track(event: string): (properties?: unknown) => void;
  identify(id: string, traits?: unknown): void;
  group(type: string, key: string, traits?: unknown): void;
}

function start() {
  const errors: TrackError[] = [];
  const { recorder, sink } = createRecorder<Record<string, unknown>>();
  const tracker = createTracker<Tracker>(plan, {
    now: () => 1_000,
    sink,
    hasher: (piiClass, value) => `${piiClass}:${String(value).length}`,
    runtime: { $lib: "l" },
    nobody: "anon",
    keepPlanned: keepPlanned(plan),
    onError: (error) => void errors.push(error),
  });
  return { tracker, recorder, errors };
}

test("what the plan does not list is left out and counted, told once an event, never its value", () => {
  const { tracker, recorder, errors } = start();
  const given = JSON.parse('{"one":1,"spare":"secret","__proto__":{"two":2},"a@b.example":"x"}');
  for (let round = 0; round < 2; round++) tracker.track("a.listed")({ ...given, mail: "a@b.c" });
  tracker.track("a.listed")(JSON.parse('{"a@b.example":"x","mail":"a@b.c"}'));
  expect(recorder.events()[0]?.properties).toEqual({
    ...{ one: 1, mail: "email:5", product: "cost", $lib: "l" },
    $process_person_profile: false,
  });
  expect(tracker.stats()).toMatchObject({ accepted: 3, unplanned_properties: 5 });
  expect(errors.map(({ code, about }) => [code, about])).toEqual([
    ["unplanned_property", "a.listed: spare"],
  ]);
});

test("a name that may be a value is not told", () => {
  const { tracker, errors } = start();
  tracker.track("a.listed")({ "ada@example.com": true });
  expect(errors[0]?.about).toBe("a.listed: a name that no plan has");
});

test("traits of people and groups are held to their lists", () => {
  const { tracker, recorder, errors } = start();
  tracker.identify("u1", { role: "owner", spare: 1 });
  tracker.group("team", "t1", { size: 2, spare: 1 });
  const [person, group] = recorder.events();
  expect(person?.properties).toMatchObject({ $set: { role: "owner" } });
  expect(group?.properties).toMatchObject({ $group_set: { size: 2 } });
  expect(JSON.stringify([person, group])).not.toContain("spare");
  expect(errors.map((error) => error.about)).toEqual(["$identify: spare", "$groupidentify: spare"]);
});

test("whatever is given, only listed names leave, and each other is counted once", () => {
  const name = fc.oneof(fc.constantFrom("one", "two", "mail"), fc.string());
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue({ maxDepth: 1 })), (given) => {
      const { tracker, recorder } = start();
      tracker.track("a.listed")(given);
      const own = Object.keys(given).filter((key) => key !== "__proto__");
      const planned = own.filter((key) => ["one", "two", "mail"].includes(key));
      const { product, $lib, $process_person_profile, ...rest } =
        recorder.events()[0]?.properties ?? {};
      for (const key of Object.keys(rest)) expect(planned).toContain(key);
      expect(tracker.stats().unplanned_properties).toBe(own.length - planned.length);
    }),
  );
});

test("without a list nothing is looked at", () => {
  const { tracker, recorder } = start();
  tracker.track("a.open")({ spare: 1 });
  expect(recorder.events()[0]?.properties).toHaveProperty("spare", 1);
  expect(tracker.stats().unplanned_properties).toBe(0);
});
