import { expect, test } from "vitest";
import { compilePlan } from "../compile-plan.js";
import type { ParseCache } from "../language/load-plan.js";
import { memoryFiles } from "../language/plan-files.js";

const event = (name: string, description: string) => `  ${name}: { description: ${description} }\n`;
const root = "plan: two\n";
const files = (a: string, b: string) =>
  memoryFiles({ "plan.yaml": root, "a.yaml": `events:\n${a}`, "b.yaml": `events:\n${b}` });

test("after an edit, events of other files are the same objects, and the edited one is not", () => {
  const cache: ParseCache = new Map();
  const b = event("two", "Second");
  const before = compilePlan("plan.yaml", files(event("one", "First"), b), cache).plan;
  const now = compilePlan("plan.yaml", files(event("one", "Changed"), b), cache).plan;
  expect(now?.events.map((it) => it.description)).toEqual(["Changed", "Second"]);
  expect(now?.events[0]).not.toBe(before?.events[0]);
  expect(now?.events[1]).toBe(before?.events[1]);
  expect(now?.person).toBe(before?.person);
  expect(Object.isFrozen(now?.events)).toBe(true);
});

test("an added event leaves those that follow it as they were", () => {
  const cache: ParseCache = new Map();
  const b = event("two", "Second");
  const before = compilePlan("plan.yaml", files(event("one", "First"), b), cache).plan;
  const more = event("one", "First") + event("one_more", "New");
  const now = compilePlan("plan.yaml", files(more, b), cache).plan;
  expect(now?.events.map((it) => it.name)).toEqual(["one", "one_more", "two"]);
  expect(now?.events[0]).toBe(before?.events[0]);
  expect(now?.events[2]).toBe(before?.events[1]);
});

test("the same plan again is the same object", () => {
  const cache: ParseCache = new Map();
  const same = files(event("one", "First"), event("two", "Second"));
  const before = compilePlan("plan.yaml", same, cache).plan;
  expect(compilePlan("plan.yaml", same, cache).plan).toBe(before);
});
