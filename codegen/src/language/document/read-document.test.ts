import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document.js";
import { toValue } from "./to-value.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function codes(input: Uint8Array | string): readonly string[] {
  return readDocument(input).problems.map(({ code }) => code);
}

/** What a reading says, and that it takes less than so many milliseconds on a busy machine. */
function within(milliseconds: number, input: Uint8Array | string): ReturnType<typeof readDocument> {
  const begun = performance.now();
  const document = readDocument(input);
  expect(performance.now() - begun).toBeLessThan(milliseconds);
  return document;
}

describe("readDocument", () => {
  it("reads bytes and text alike", () => {
    const text = "a: [1, →, 😀]\n";
    expect(readDocument(utf8(text))).toEqual(readDocument(text));
    expect(readDocument(text)).toMatchObject({ text, problems: [] });
  });

  it("leaves a byte order mark out of the text", () => {
    const document = readDocument(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8("a: 1\n")));
    expect(document).toMatchObject({ text: "a: 1\n", root: { start: 0, end: 4 }, problems: [] });
    expect(readDocument("\ufeffa: 1\n")).toEqual(document);
  });

  it("reads an empty file as a null", () => {
    const root = { kind: "scalar", value: null, source: "", start: 0, end: 0 };
    expect(readDocument(new Uint8Array())).toEqual({ root, problems: [], text: "" });
  });

  it("goes to the full reader where the plain one declines", () => {
    const { root, problems } = readDocument("? a\n: b\n");
    expect(problems).toEqual([]);
    expect(root && toValue(root)).toEqual({ a: "b" });
  });
});

describe("readDocument, on hostile files", () => {
  it("refuses 17 MB without reading them", () => {
    const document = within(200, new Uint8Array(17 * 1024 * 1024));
    expect(document.problems).toMatchObject([{ code: "file-too-large" }]);
    expect(document).toMatchObject({ root: null, text: "" });
  });

  const bad: readonly (readonly [name: string, bytes: readonly number[]])[] = [
    ["a stray continuation", [0x80]],
    ["an overlong slash", [0xc0, 0xaf]],
    ["an overlong three-byte form", [0xe0, 0x80, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["a character beyond Unicode", [0xf4, 0x90, 0x80, 0x80]],
    ["a lead without its end", [0xe2, 0x82]],
    ["Latin-1", [0xe9]],
    ["five bytes", [0xf8, 0x88, 0x80, 0x80, 0x80]],
  ];
  it.each(bad)("says where UTF-8 ends: %s", (_name, bytes) => {
    const good = "a: é→😀\nb: ";
    const document = readDocument(Uint8Array.of(...utf8(good), ...bytes, ...utf8("\nc: 1\n")));
    expect(document.root).toBeNull();
    expect(document.problems).toMatchObject([{ code: "file-not-utf8", start: good.length }]);
    expect(document.text.startsWith(`${good}\ufffd`)).toBe(true);
  });

  it.each([
    ["NUL", "a: b\0\0c\n", [4, 6]],
    ["an escape", "a: \u001b[31m\n", [3, 4]],
    ["a C1 control", "a: \u0080\n", [3, 4]],
    ["half a pair", "a: \ud83dx\n", [3, 4]],
    ["the other half", "a: x\ude00\n", [4, 5]],
    ["a noncharacter", "a: \uffff\n", [3, 4]],
    ["a control in a comment", "a: 1 # \u0007\n", [7, 8]],
  ] as const)("refuses %s", (_name, text, [start, end]) => {
    expect(readDocument(text).problems).toMatchObject([{ code: "yaml-syntax", start, end }]);
  });

  it("keeps a bounded number of problems", () => {
    expect(codes("\0a".repeat(100_000)).length).toBeLessThanOrEqual(1000);
    expect(codes("a: @\n".repeat(20_000)).length).toBeLessThanOrEqual(1000);
  });

  it("never follows the aliases of a bomb", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let at = 1; at < 30; at += 1) {
      lines.push(
        `a${at}: &a${at} [${Array(9)
          .fill(`*a${at - 1}`)
          .join(", ")}]`,
      );
    }
    const { problems } = within(2000, `${lines.join("\n")}\n`);
    expect(problems).toHaveLength(30 + 29 * 9);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["yaml-alias"]));
  });

  const shapes: Readonly<Record<string, (depth: number) => string>> = {
    lists: (depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`,
    "lists left open": (depth) => "[".repeat(depth),
    maps: (depth) => `${"{a: ".repeat(depth)}${"}".repeat(depth)}`,
    "dashes on a line": (depth) => `${"- ".repeat(depth)}x\n`,
    "question marks on a line": (depth) => `${"? ".repeat(depth)}x\n`,
    "keys on a line": (depth) => `${"a: ".repeat(depth)}x\n`,
    "pairs in lists": (depth) => "[a: ".repeat(depth),
    "lists after an open quote": (depth) => `a: "x\nb: ${"[".repeat(depth)}\n`,
    "lists after an open bracket": (depth) => `a: [x\nb: ${"[".repeat(depth)}\n`,
    "lists under a text": (depth) => `a: |\n  x\nb: ${"[".repeat(depth)}\n`,
  };
  describe.each(Object.entries(shapes))("%s", (_name, shape) => {
    it.each([65, 10_000, 200_000])("%i deep are too deep", (depth) => {
      const { root, problems } = within(3000, shape(depth));
      expect(root).toBeNull();
      expect(problems).toMatchObject([{ code: "file-too-deep" }]);
    });
  });

  it("takes 64 levels and says where the 65th begins", () => {
    expect(codes(`${"[".repeat(64)}${"]".repeat(64)}`)).toEqual([]);
    const block = (depth: number): string =>
      Array.from({ length: depth }, (_, at) => `${" ".repeat(at)}a:\n`).join("");
    expect(codes(block(64))).toEqual([]);
    expect(readDocument(block(65)).problems).toMatchObject([{ code: "file-too-deep" }]);
    expect(readDocument(`b: 1\na: ${"[".repeat(64)}`).problems).toMatchObject([{ start: 8 + 63 }]);
    const lists = (depth: number): string =>
      Array.from({ length: depth / 2 }, (_, at) => `${"  ".repeat(at)}a:\n${"  ".repeat(at)}- `)
        .map((text, at) => (at === 0 ? text : text.trimStart()))
        .join("");
    expect(codes(lists(64))).toEqual([]);
    expect(codes(lists(66))).toEqual(["file-too-deep"]);
  });

  it("does not take brackets in texts, quotes and comments for depth", () => {
    const many = "[".repeat(200);
    const texts = [`'${many}'`, `"${many}"`, `x ${many}`, `x # ${many}`, `|\n  ${many}`];
    for (const text of texts) expect(codes(`? a\n: ${text}\n`)).toEqual([]);
  });

  it.each([
    ["an unclosed quote at the start", `a: "${"x y z\n  ".repeat(550_000)}`],
    ["a quote that closes at the end", `a: '${"it\n ".repeat(250_000)}'x\n`],
    ["escaped quotes", `a: "${'\\"'.repeat(500_000)}\nb: 1\n`],
    ["one line of commas", `a: [${",".repeat(100_000)}\n`],
    ["one line of colons", `a: {${": ".repeat(100_000)}\n`],
    ["unclosed quotes on all lines", "a: 'x\n".repeat(20_000)],
    ["doubled quotes on all lines", "a: ''''''''\n".repeat(20_000)],
    ["deep indentation", `${" ".repeat(2_000_000)}a: @\n`],
    ["signs without number", "- [,,,,,,,,,,]\n".repeat(300_000)],
    ["a text full of spaces", `a: "${"b          \n\n ".repeat(50_000)}`],
    ["comments on all lines", `a: @\n${"  # c\n".repeat(100_000)}`],
    ["duplicate keys", "a: 1\n".repeat(50_000)],
  ])("survives %s", { timeout: 30_000 }, (_name, text) => {
    expect(within(25_000, text).problems.length).toBeGreaterThan(0);
  });
});
