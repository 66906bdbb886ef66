import { createSource } from "@dd0c/track-codegen";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writtenAt } from "./written-at.js";

/** What is written at the first place where a word stands. */
function written(text: string, word: string): string {
  const source = createSource("plan.yaml", text);
  const before = text.slice(0, text.indexOf(word)).split("\n");
  const origin = {
    file: "plan.yaml",
    line: before.length,
    column: (before.at(-1) ?? "").length + 1,
  };
  return writtenAt(origin, new Map([["plan.yaml", source]]));
}

describe("what is written at a place", () => {
  const block = "a:\n  one:\n    type: string\n\n    pii: none\n  two:\n    type: string\nb: 1\n";
  test.each([
    ["a block, up to the next key", block, "one", "one:\n    type: string\n\n    pii: none\n"],
    ["the last block", block, "two", "two:\n    type: string\n"],
    ["the end of the file", "a:\n  one: { x: 1 }", "one", "one: { x: 1 }"],
    ["a flow entry", "a: { one: { x: [1, 2] }, two: 3 }\n", "one", "one: { x: [1, 2] }"],
    ["the last flow entry", "a: { one: 1, two: { x: 2 } }\n", "two", "two: { x: 2 } "],
    ["quotes in flow style", `a: { one: { d: "x, }" }, two: 3 }\n`, "one", `one: { d: "x, }" }`],
    ["an apostrophe in flow style", "a: { one: { d: it's }, two: 3 }\n", "one", "one: { d: it's }"],
    ["a key of a one-line block", "one: 1\ntwo: 2\n", "one", "one: 1\n"],
  ])("%s", (_name, text, word, wanted) => {
    expect(written(text, word)).toBe(wanted);
  });

  test("nothing where there is no such file or line", () => {
    const origin = { file: "other.yaml", line: 1, column: 1 };
    expect(writtenAt(origin, new Map())).toBe("");
    const source = createSource("other.yaml", "a: 1");
    expect(writtenAt({ ...origin, line: 9 }, new Map([["other.yaml", source]]))).toBe("");
  });

  test("is a stretch of the text, from its place on, whatever the text", () => {
    const piece = fc.constantFrom("a: ", "{ ", "}", "[", "]", ",", "'", '"', "\n", "  ", "x", "- ");
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (pieces, line, column) => {
          const source = createSource("p", pieces.join(""));
          const at = {
            file: "p",
            line: 1 + (line % source.starts.length),
            column: 1 + (column % 5),
          };
          const start = (source.starts[at.line - 1] ?? 0) + at.column - 1;
          const text = writtenAt(at, new Map([["p", source]]));
          expect(source.text.startsWith(text, start)).toBe(true);
        },
      ),
    );
  });
});
