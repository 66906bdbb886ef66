import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { markdownTable } from "./markdown-table.js";
import { markdownCode, markdownFence, markdownParagraphs, markdownText } from "./markdown-text.js";

/** What a reader sees of Markdown, as text. */
function shown(markdown: string): string {
  return (marked.parse(markdown, { async: false }) as string)
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("\u2060", "")
    .trim();
}

const hostile = [
  "*/ ends a comment",
  "costs $5 or $10 & more, &amp; not &lt;",
  "<script>alert(1)</script> a < b > c",
  "{{ 7 * 7 }} and {#id} {.class}",
  "[link](https://x.y) ![image](z) [[toc]]",
  "*bold* _emphasis_ snake_case __dunder__ ~~gone~~",
  "# no heading",
  "- no item",
  "+ no item",
  "1. no item",
  "> no quote",
  "::: no box",
  "=== no heading",
  "a | b \\| c \\ d",
  "one ` backtick",
  ":tada: time 10:30:00",
  "Кириллица и ёж",
];

describe("markdownText", () => {
  it.each(hostile)("shows %j as it was written", (text) => {
    expect(shown(markdownText(text))).toBe(text);
  });
  it.each(hostile)("shows %j in a table's cell", (text) => {
    const table = markdownTable(["a", "b"], [[markdownText(text), "end"]]).join("\n");
    expect(
      shown(table)
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ).toEqual(["a", "b", text, "end"]);
  });
  it("keeps code in backticks", () => {
    expect(marked.parse(markdownText("with `a_b | <c>` on"), { async: false })).toContain(
      "<code>a_b | &lt;c&gt;</code>",
    );
  });
  it("leaves no expression to Vue", () => {
    expect(marked.parse(markdownText("{{{ x }}} {{{{"), { async: false })).not.toContain("{{");
  });
  it("makes a paragraph of each, on one line", () => {
    expect(markdownParagraphs("One\ntwo.\n\n# Three")).toEqual(["One two.", "\\# Three"]);
  });
  it("shows control characters and direction marks", () => {
    expect(markdownText("a\u202eb\u0007c")).toBe("a\ufffdb\ufffdc");
  });
});

describe("markdownCode", () => {
  it.each(["a", "`", "``", "a`b", " x ", "a\\|b", "|", "<i>", "{{x}}", "$\u007bx}", "\\"])(
    "shows %j, in a cell too",
    (value) => {
      expect(shown(markdownCode(value))).toBe(value.trim());
      const cell = markdownTable(["a"], [[markdownCode(value)]]).join("\n");
      expect(
        shown(cell)
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean),
      ).toEqual(["a", value.trim()]);
    },
  );
  it("fences code that has fences", () => {
    expect(markdownFence("md", "```\n````")[0]).toBe("`````md");
  });
});
