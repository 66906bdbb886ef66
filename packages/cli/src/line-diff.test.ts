import pc from "picocolors";
import { expect, test } from "vitest";
import { firstDifference, lineDiff } from "./line-diff.js";

const plain = pc.createColors(false);
const text = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;

test("a changed line with two lines around it", () => {
  const before = text("a", "b", "c", "d", "e", "f");
  expect(lineDiff("x.ts", before, before.replace("d", "D"), plain)).toBe(
    text("--- x.ts", "+++ x.ts", "@@ -2,5 +2,5 @@", " b", " c", "-d", "+D", " e", " f"),
  );
});

test("two changes far apart are two hunks", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  const after = lines.map((line, index) => (index === 3 || index === 25 ? `${line}!` : line));
  const shown = lineDiff("x.ts", text(...lines), text(...after), plain);
  expect(shown.match(/^@@/gm)).toHaveLength(2);
  expect(shown).toContain("@@ -2,5 +2,5 @@");
});

test("new and removed files", () => {
  expect(lineDiff("x.ts", null, text("a"), plain)).toBe(
    text("--- /dev/null", "+++ x.ts", "@@ -1,0 +1,1 @@", "+a"),
  );
  expect(lineDiff("x.ts", text("a"), null, plain)).toBe(
    text("--- x.ts", "+++ /dev/null", "@@ -1,1 +1,0 @@", "-a"),
  );
});

test("a long difference is cut and says so, soon", () => {
  const many = (word: string): string =>
    text(...Array.from({ length: 50_000 }, (_, it) => `${word}${it}`));
  const shown = lineDiff("x.ts", many("a"), many("b"), plain);
  expect(shown.split("\n").length).toBeLessThan(50);
  expect(shown).toContain("more lines");
});

test("the first line that differs", () => {
  expect(firstDifference(text("a", "b"), text("a", "c"))).toBe(2);
  expect(firstDifference(text("a"), text("a", "b"))).toBe(1);
});
