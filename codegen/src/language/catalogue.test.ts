import { describe, expect, test } from "vitest";
import { compilePlan } from "../compile-plan.js";
import { type CatalogueEntry, catalogue } from "./catalogue.js";
import { memoryFiles } from "./plan-files.js";

const pages: readonly (readonly [string, CatalogueEntry])[] = Object.entries(catalogue);

function codesOf(example: string): readonly string[] {
  const text = /^plan:/m.test(example) ? example : `plan: shop\n${example}`;
  const { diagnostics } = compilePlan("plan.yaml", memoryFiles({ "plan.yaml": text }));
  return [...new Set(diagnostics.map(({ code }) => code))];
}

describe("the catalogue", () => {
  test.each(pages.filter(([, { bad }]) => bad !== undefined))("%s: bad is found", (code, page) => {
    expect(codesOf(page.bad ?? "")).toEqual([code]);
  });

  test.each(pages.filter(([, { good }]) => good !== undefined))("%s: good is clean", (_, page) => {
    expect(codesOf(page.good ?? "")).toEqual([]);
  });

  test("numbers are permanent and each is given once", () => {
    const ids = pages.map(([, { id }]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[PBC]\d{3}$/);
  });

  test("every page says what, why and what to do, in sentences", () => {
    for (const [code, { title, why, fix }] of pages) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(why).toMatch(/^[A-Z`].*\.$/s);
      expect(fix).toMatch(/^[A-Z`].*\.$/s);
    }
  });

  test("a page with a bad example shows how it is mended", () => {
    const alone = pages.filter(([, { bad, good }]) => (bad === undefined) !== (good === undefined));
    expect(alone).toEqual([]);
  });
});
