import { catalogue } from "@dd0c/track-codegen";
import { describe, expect, test } from "vitest";
import { planRules } from "./index.js";
import { lintText } from "./lint-text.js";

const rows = planRules.map((rule) => [rule.page.name, rule] as const);

/** The codes that a page's example has with `recommended` and the page's own rule. */
function codesOf(example: string | undefined, name: string): readonly string[] {
  if (example === undefined) throw new Error(`${name} has no examples.`);
  const found = lintText(example, { extends: "recommended", levels: new Map([[name, "error"]]) });
  return [...new Set(found.map((one) => one.split(" ").at(-1) ?? ""))];
}

describe("every plan rule", () => {
  test.each(rows)("%s: bad is found, and nothing else", (name, { page }) => {
    expect(codesOf(page.bad, name)).toEqual([name]);
  });

  test.each(rows)("%s: good is clean", (name, { page }) => {
    expect(codesOf(page.good, name)).toEqual([]);
  });

  test("says what, why and what to do, in sentences", () => {
    for (const { page } of planRules) {
      expect(page.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(page.title).toMatch(/^[A-Z].*[^.]$/);
      expect(page.why).toMatch(/^[A-Z`].*\.$/s);
      expect(page.fix).toMatch(/^[A-Z`].*\.$/s);
      expect(page.family).toBe("plan");
    }
  });

  test("has a number of its own, in order, that the compiler's do not have", () => {
    const ids = planRules.map(({ page }) => page.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    const taken = new Set(Object.values(catalogue).map(({ id }) => id));
    expect(ids.filter((id) => taken.has(id) || !/^P\d{3}$/.test(id))).toEqual([]);
    const names = new Set(Object.keys(catalogue));
    expect(planRules.filter(({ page }) => names.has(page.name))).toEqual([]);
  });
});
