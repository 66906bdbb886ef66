import { createSource, type Diagnostic, finding } from "@dd0c/track-codegen";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulebook } from "../rulebook.js";
import { applyBaseline, type BaselineScope, baselineOf, prunedBaseline } from "./apply-baseline.js";
import { type Baseline, parseBaseline, printBaseline } from "./baseline.js";

const sources = new Map([["plan.yaml", createSource("plan.yaml", "one two three")]]);
const scope: BaselineScope = { rules: rulebook, families: ["plan"], sources };
const empty: Baseline = { format: 1, findings: [] };
const one = (code: string, subject?: string, start = 0): Diagnostic<string> =>
  finding(
    code,
    { file: "plan.yaml", start, end: start + 3 },
    "No.",
    subject === undefined ? {} : { subject },
  );

describe("a baseline", () => {
  const before = [
    one("generic-name", "events/a"),
    one("generic-name", "events/a"),
    one("enum-in-prose", "properties/b"),
  ];
  const baseline = baselineOf(before, null, scope);

  test("holds what was found, counted and sorted, an entry a line", () => {
    expect(printBaseline(baseline)).toBe(`{
  "format": 1,
  "findings": [
    {"rule":"enum-in-prose","subject":"properties/b","count":1},
    {"rule":"generic-name","subject":"events/a","count":2}
  ]
}
`);
    expect(printBaseline(empty)).toBe('{\n  "format": 1,\n  "findings": []\n}\n');
  });

  test("forgives that much and no more", () => {
    const more = [...before, one("generic-name", "events/a", 4), one("generic-name", "events/c")];
    const { kept, forgiven, stale } = applyBaseline(more, baseline, scope);
    expect(kept).toEqual([more[3], more[4]]);
    expect({ forgiven, stale }).toEqual({ forgiven: 3, stale: [] });
  });

  test("is stale where less is found, and pruned to it", () => {
    const { stale } = applyBaseline(before.slice(1, 2), baseline, scope);
    expect(stale.map(({ entry, left }) => [entry.rule, left])).toEqual([
      ["generic-name", 1],
      ["enum-in-prose", 0],
    ]);
    expect(prunedBaseline(baseline, stale).findings).toEqual([
      { rule: "generic-name", subject: "events/a", count: 1 },
    ]);
  });

  test("never forgives locked rules, the compiler, or findings about comments", () => {
    const hard = [
      "secret-property",
      "unknown-key",
      "unused-suppression",
      "locked-rule-suppressed",
    ].map((code) => one(code, "x"));
    expect(baselineOf(hard, null, scope).findings).toEqual([]);
    const sly: Baseline = {
      format: 1,
      findings: hard.map(({ code }) => ({ rule: code, subject: "x", count: 1 })),
    };
    expect(applyBaseline(hard, sly, scope).kept).toEqual(hard);
  });

  test("keeps what belongs to other families and plans", () => {
    const code = { rule: "event-outside-plan", subject: "src/a.ts", count: 3 };
    const other = { rule: "generic-name", subject: "events/z", count: 1, plan: "other" };
    const mixed: Baseline = { format: 1, findings: [code, other] };
    expect(applyBaseline([], mixed, scope).stale).toEqual([]);
    expect(baselineOf([], mixed, scope).findings).toEqual([code, other]);
    expect(applyBaseline([], mixed, { ...scope, plan: "other" }).stale).toHaveLength(1);
  });

  test("knows a finding without a subject by what it points at", () => {
    const { findings } = baselineOf([one("generic-name", undefined, 4)], null, scope);
    expect(findings[0]?.subject).toBe("plan.yaml: two");
  });

  test.each([
    ["", /It is no JSON/],
    ["[]", /It is no baseline/],
    ['{"format":2,"findings":[]}', /It is no baseline/],
    ['{"format":1,"findings":[{"rule":"a","subject":"b","count":0}]}', /Entry 1 is none/],
    ['{"format":1,"findings":[{"rule":"a","subject":"b","count":1},null]}', /Entry 2 is none/],
  ])("that is none says so: %s", (text, problem) => {
    expect(parseBaseline(text)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

describe("any findings", () => {
  const names = fc.constantFrom("generic-name", "enum-in-prose", "secret-property", "unknown-key");
  const findings = fc.array(
    fc
      .record({ code: names, subject: fc.constantFrom("a", "b", "c") })
      .map((it) => one(it.code, it.subject)),
    { maxLength: 30 },
  );

  test("are forgiven by their own baseline, but for the locked", () => {
    fc.assert(
      fc.property(findings, (found) => {
        const parsed = parseBaseline(printBaseline(baselineOf(found, null, scope)));
        if ("problem" in parsed) throw new Error(parsed.problem);
        const { kept, stale } = applyBaseline(found, parsed, scope);
        expect(kept.every(({ code }) => code === "secret-property" || code === "unknown-key")).toBe(
          true,
        );
        expect(stale).toEqual([]);
      }),
    );
  });

  test("growth is never forgiven, and pruning forgives nothing new", () => {
    fc.assert(
      fc.property(findings, findings, (before, after) => {
        const baseline = baselineOf(before, null, scope);
        const { kept, stale } = applyBaseline(after, baseline, scope);
        const pruned = prunedBaseline(baseline, stale);
        const again = applyBaseline(after, pruned, scope);
        expect(again.kept).toEqual(kept);
        expect(again.stale).toEqual([]);
        const total = (it: Baseline): number =>
          it.findings.reduce((sum, { count }) => sum + count, 0);
        expect(after.length - kept.length).toBe(total(pruned));
      }),
    );
  });
});
