import fc from "fast-check";
import { expect, test } from "vitest";
import { yaml } from "../../../fixtures/yaml.js";
import { commentsIn } from "./comments-in.js";

const texts = (text: string): readonly string[] =>
  commentsIn(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["on a line of its own and at the end of one", "# a\nb: c # d\n", ["# a", "# d"]],
  ["not in quotes, nor inside a word", `a: "# b" # c\nd: 'e # f'\ng: h#i\n`, ["# c"]],
  ["not over the lines of a quoted text", 'a: "b\n  # c"\n# d\n', ["# d"]],
  [
    "not in a block of text",
    yaml`
    a: |
      # b
    # c
    d: >-
      e
      # f
    `,
    ["# c"],
  ],
  ["in flow style", "a: { b: c, # d\n  e: [f] } # g\n", ["# d", "# g"]],
  [
    "after a byte order mark, and with carriage returns",
    "\uFEFF# a\r\nb: c # d\r\n",
    ["# a", "# d"],
  ],
  ["in text that is no YAML", "a: [ # b\n", ["# b"]],
  ["none in nothing", "", []],
])("comments %s", (_name, text, wanted) => {
  expect(texts(text)).toEqual(wanted);
});

test("every comment of any text begins with # and ends its line", () => {
  const piece = fc.constantFrom(
    "a: ",
    "# b",
    "\n",
    '"',
    "'",
    "|\n",
    "  ",
    "- ",
    "{",
    "}",
    "#",
    "c",
    ",",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      for (const { start, end } of commentsIn(text)) {
        expect(text[start]).toBe("#");
        expect(text.slice(start, end)).not.toContain("\n");
        expect([undefined, "\n", "\r"]).toContain(text[end]);
      }
    }),
  );
});
