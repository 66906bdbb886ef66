import fc from "fast-check";
import { expect, test } from "vitest";
import { applyFixes } from "./apply-fixes.js";

const fix = (start: number, end: number, replacement: string) => ({
  span: { file: "a.ts", start, end },
  replacement,
});

test("edits keep what stands around them", () => {
  const { text, applied } = applyFixes('track("old", { a: 1 }); // "old"', [fix(6, 11, '"new"')]);
  expect({ text, applied }).toEqual({ text: 'track("new", { a: 1 }); // "old"', applied: 1 });
});

test("of two that overlap only the first is made", () => {
  expect(applyFixes("abcdef", [fix(2, 5, "Y"), fix(0, 3, "X")])).toEqual({
    text: "Xdef",
    applied: 1,
  });
});

test("any fixes that do not overlap give what slicing gives", () => {
  const cuts = fc.tuple(fc.string({ maxLength: 40 }), fc.array(fc.nat(40)), fc.array(fc.string()));
  fc.assert(
    fc.property(cuts, ([text, places, words]) => {
      const ends = [...new Set(places.filter((at) => at <= text.length))].sort((a, b) => a - b);
      const fixes = [];
      for (let at = 0; at + 1 < ends.length; at += 2) {
        fixes.push(fix(ends[at] ?? 0, ends[at + 1] ?? 0, words[at] ?? ""));
      }
      let wanted = "";
      let from = 0;
      for (const { span, replacement } of fixes) {
        wanted += text.slice(from, span.start) + replacement;
        from = span.end;
      }
      expect(applyFixes(text, [...fixes].reverse()).text).toBe(wanted + text.slice(from));
    }),
  );
});
