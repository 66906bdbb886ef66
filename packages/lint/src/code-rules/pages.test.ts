import { describe, expect, test } from "vitest";
import { codeRules } from "./index.js";
import { exampleFiles, runExample } from "./testing/run-example.js";

/** What a mistake brings with it: who sends an event twice sends it once beside the typed client. */
const companions: Readonly<Record<string, string>> = { "duplicate-emission": "untyped-capture" };

const strict = { extends: "strict", levels: new Map(), overrides: [] } as const;

describe.each(codeRules.map((rule) => [`${rule.page.id} ${rule.page.name}`, rule] as const))(
  "%s",
  (_, rule) => {
    const { page, scope } = rule;
    // What nowhere stands is asked of whole code bases; an example sends one event of a hundred.
    const found = (example: string) =>
      runExample(exampleFiles(example), { rules: strict, isWhole: scope === "project" })
        .filter(({ code }) =>
          scope === "file" ? code !== companions[page.name] : code === page.name,
        )
        .map(({ code, severity, message }) => ({ code, severity, message }));

    test("its bad example has exactly this finding", () => {
      const findings = found(page.bad ?? "");
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ code: page.name, severity: page.severity });
    });

    test("its good example has none", () => {
      expect(found(page.good ?? "")).toEqual([]);
    });
  },
);

test("numbers and names are unique, in order, and the folder's", () => {
  const ids = codeRules.map(({ page }) => page.id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(new Set(codeRules.map(({ page }) => page.name)).size).toBe(codeRules.length);
});
