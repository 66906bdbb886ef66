import { describe, expect, test } from "vitest";
import { changesIn, lineOf } from "../diff/fixtures/changes-between.js";
import { breakingRules } from "./index.js";

/** What else the bad example of a rule must be told. */
const beside: Readonly<Record<string, readonly string[]>> = {
  B105: ["B110"],
  B114: ["B112"],
  B223: ["B204"],
  B316: ["B204"],
  B502: ["B101"],
};

test("ids and names are each used once, in order", () => {
  const ids = breakingRules.map(({ page }) => page.id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(new Set(breakingRules.map(({ page }) => page.name)).size).toBe(ids.length);
});

/** The rules about the list of accepted changes are no changes; their test is `applyAccepted`'s. */
const withExamples = breakingRules.filter(({ page }) => !page.id.startsWith("B6"));

describe.each(withExamples.map((rule) => [rule.page.id, rule] as const))("%s", (id, { page }) => {
  test("its bad example has exactly this finding", () => {
    const changes = changesIn(page.bad ?? "");
    const others = changes.filter((it) => it.id !== id);
    expect(changes.filter((it) => it.id === id).length).toBeGreaterThan(0);
    expect(others.map((it) => it.id)).toEqual(beside[id] ?? []);
    for (const { audiences } of changes.filter((it) => it.id === id))
      expect(page.audiences ?? []).toEqual(expect.arrayContaining([...audiences]));
  });

  test("its good example has no error, and this finding at most as a note", () => {
    const bad = changesIn(page.good ?? "").filter(
      (it) => it.severity === "error" || (it.id === id && it.severity === "warning"),
    );
    expect(bad.map(lineOf)).toEqual([]);
  });
});
