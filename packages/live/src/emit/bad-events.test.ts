import { expect, test } from "vitest";
import { repositoryPlans } from "../../../../codegen/fixtures/repository-plans.js";
import { badEvents } from "./bad-events.js";

const from = Date.parse("2026-11-02T09:30:00Z");

test("dd0c's plan can be violated in every way but those that need an older plan", () => {
  const [, plan] = repositoryPlans()[0] ?? [];
  const codes = plan === undefined ? [] : badEvents(plan, { from }).map(({ code }) => code);
  expect(codes).toEqual([
    "unknown-event",
    "wrong-product",
    "wrong-runtime",
    "missing-property",
    "wrong-type",
    "unplanned-value",
    "unplanned-property",
    "personal-data-in-clear",
    "not-hashed",
    "not-dropped",
    "raw-distinct-id",
    "secret-in-clear",
    "missing-context",
    "wrong-context",
    "contradictory-context",
    "shared-distinct-id",
    "bad-timestamp",
  ]);
});

test.each(repositoryPlans())("%s: the same each time, each event once", (_, plan) => {
  const events = badEvents(plan, { from });
  expect(events.length).toBeGreaterThan(5);
  expect(badEvents(plan, { from })).toEqual(events);
  expect(new Set(events.map(({ event }) => event.uuid)).size).toBe(events.length);
});
