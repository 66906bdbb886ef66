import { describe, expect, it } from "vitest";
import { outlineOf } from "../../fixtures/type-check.js";
import { docComment } from "./doc-comment.js";

/** The comment before a member, as TypeScript reads it. */
function read(paragraphs: readonly string[], tags: readonly string[] = []) {
  const text = ["export interface A {", ...docComment(paragraphs, tags), "a: string;", "}"];
  return outlineOf(text.join("\n"));
}

describe("docComment", () => {
  it.each([
    [["One line."], [], ["/** One line. */"]],
    [[], [], []],
    [["One.", "Two."], [], ["/**", " * One.", " *", " * Two.", " */"]],
    [["One."], ["@deprecated Gone."], ["/**", " * One.", " *", " * @deprecated Gone.", " */"]],
    [[], ["@deprecated Gone."], ["/** @deprecated Gone. */"]],
    [["a\nb\r\nc\rd"], [], ["/**", " * a", " * b", " * c", " * d", " */"]],
    [["a\u0007b\u2028c"], [], ["/** a\ufffdb\ufffdc */"]],
  ])("of %j with %j", (paragraphs, tags, wanted) => {
    expect(docComment(paragraphs, tags)).toEqual(wanted);
  });

  it("breaks long lines between words", () => {
    const lines = docComment([`${"word ".repeat(60)}${"x".repeat(150)}`]);
    expect(lines.filter((line) => line.length > 100)).toHaveLength(1);
    expect(lines.join(" ").match(/word/g)).toHaveLength(60);
  });

  it.each([
    "*/ export const escaped = 1; /*",
    "*/*/",
    "* / */",
    "@deprecated",
    "so @deprecated it is",
    "tab\t@deprecated",
    "\u00a0@deprecated",
    "\u3000@deprecated",
    "* @deprecated",
    "line\n@deprecated\n * @internal",
    "line\r@deprecated",
    "odd ` and @deprecated",
    "{@deprecated x}",
    "```\n@deprecated\n```",
    `${"word ".repeat(19)} @deprecated`,
  ])("lets %j neither out nor be a tag", (text) => {
    expect(read([text])).toEqual({ exports: ["A"], tags: [] });
    expect(read(["odd `", text], [`@deprecated Since ${text}`])).toEqual({
      exports: ["A"],
      tags: ["deprecated Since"],
    });
  });
});
