import type { ResolvedPlan } from "@dd0c/track-codegen";
import { expect, test } from "vitest";
import { changesBetween, planFrom } from "./fixtures/changes-between.js";

/** A plan of a thousand events with ten properties each, half of them by a group. */
function largePlan(more: string, amount: string): ResolvedPlan {
  const events = Array.from(
    { length: 1000 },
    (_, index) => `  domain_${index % 20}.object_${index}.done:
    description: Event ${index} happened.
    include: [order]
    properties:
      a_${index}: { type: enum, values: [one, two, three], required: always, description: A. }
      b_${index}: { type: string, pattern: "^[a-z]{2,9}$", description: B. }
      c_${index}: { type: array, items: { type: object, properties: { d: { type: integer, description: D. } } }, description: C. }
      e: { type: duration, unit: ms, description: E. }
      f: { type: money, currency: EUR, description: F. }${more}`,
  );
  return planFrom(`plan: shop
property_groups:
  order:
    description: The order.
    properties:
      id: { type: string, required: always, description: I. }
      amount: { type: ${amount}, required: always, description: How much. }
      lines: { type: array, items: { type: string }, description: L. }
      outcome: { type: enum, values: [paid, failed], description: O. }
      reason: { type: string, required: { when: { outcome: failed } }, description: R. }
events:
${events.join("\n")}
`);
}

test("a thousand events are compared in less than a second", { timeout: 60_000 }, () => {
  const base = largePlan("", "number");
  const head = largePlan(
    "\n      g: { type: string, required: always, description: G. }",
    "string",
  );
  expect(changesBetween(base, head).length).toBe(2000);
  expect(leastTime(base, head)).toBeLessThan(1000);
});

test("a plan that was renamed from end to end is compared in less than a second", {
  timeout: 60_000,
}, () => {
  const base = largePlan("", "number");
  const head = {
    ...base,
    events: base.events.map((event) => ({
      ...event,
      name: `new_${event.name}`,
      words: ["new", ...event.words],
    })),
  };
  expect(changesBetween(base, head).length).toBe(2000);
  expect(leastTime(base, head)).toBeLessThan(1000);
});

/** The least of three times, in milliseconds of this process's own work: the machine has others. */
function leastTime(base: ResolvedPlan, head: ResolvedPlan): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    changesBetween(base, head);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
