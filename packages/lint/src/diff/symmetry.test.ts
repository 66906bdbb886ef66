import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakingRules } from "../breaking-rules/index.js";
import { plansOf } from "./example.js";
import { changesBetween, lineOf, planFrom } from "./fixtures/changes-between.js";
import { mirrors, unmirrored } from "./fixtures/mirrors.js";
import { randomEdits } from "./fixtures/random-edits.js";

test("every rule has a mirror, or a written reason why not", () => {
  expect(Object.keys(mirrors)).toEqual(breakingRules.map(({ page }) => page.id));
  for (const mirror of Object.values(mirrors))
    expect("waiver" in mirror ? mirror.waiver.length : mirror.length).toBeGreaterThan(0);
});

const examples = breakingRules.flatMap(({ page }) =>
  [page.bad, page.good].flatMap((text, index) =>
    text === undefined ? [] : [[`${page.id} ${index === 0 ? "bad" : "good"}`, text] as const],
  ),
);

describe("examples taken back", () => {
  test.each(examples)("%s", (_name, text) => {
    const plans = plansOf(text);
    const base = planFrom(plans.base);
    const head = planFrom(plans.head);
    const there = changesBetween(base, head);
    const back = changesBetween(head, base);
    expect(unmirrored(there, back, [base, head]).map(lineOf)).toEqual([]);
    expect(unmirrored(back, there, [base, head]).map(lineOf)).toEqual([]);
  });
});

describe("any edit", () => {
  test("a plan does not differ from itself", { timeout: 90_000 }, () => {
    fc.assert(
      fc.property(randomEdits, ({ base, head }) => {
        expect(changesBetween(base, base)).toEqual([]);
        expect(changesBetween(head, structuredClone(head))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test("each finding is answered on the way back", { timeout: 90_000 }, () => {
    fc.assert(
      fc.property(randomEdits, ({ base, head }) => {
        const there = changesBetween(base, head);
        const back = changesBetween(head, base);
        expect(unmirrored(there, back, [base, head]).map(lineOf)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("fingerprints are those of the change: twice the same comparison, no two alike", {
    timeout: 90_000,
  }, () => {
    fc.assert(
      fc.property(randomEdits, ({ base, head }) => {
        const prints = changesBetween(base, head).map(({ fingerprint }) => fingerprint);
        expect(new Set(prints).size).toBe(prints.length);
        const again = changesBetween(structuredClone(base), structuredClone(head));
        expect(again.map(({ fingerprint }) => fingerprint)).toEqual(prints);
      }),
      { numRuns: 60 },
    );
  });
});
