import { describe, expect, it } from "vitest";
import { readYaml } from "./read-yaml.js";
import { toValue } from "./to-value.js";

/** A text, then each problem as its code, the text it points at, and the beginning of its message. */
type Case = readonly [
  text: string,
  ...problems: (readonly [code: string, at: string, message: string])[],
];

const s = "yaml-syntax";
const mistakes: Readonly<Record<string, Case>> = {
  "tab indentation": ["events:\n\ta: 1\n", [s, "\t", "This line is indented with a tab."]],
  "tab after spaces": ["a:\n  b: 1\n\tc: 2\n", [s, "\t", "This line is indented with a tab."]],
  "no space after a colon": ["a:1\nb: 2\n", [s, ":", "There is no space after this colon."]],
  "no space after an inner colon": ["x:\n  b: 1\n  a:1\n  c: 2\n", [s, ":", "There is no space"]],
  "no space in brackets": ["a: {b:1}\n", [s, ":", "There is no space after this colon."]],
  "no colon": ["a: 1\nfoo\nb: 2\n", [s, "foo", "foo has no colon after it, so it runs"]],
  "no colon at the end": ["a: 1\nfoo\n", [s, "foo", "foo has no colon after it."]],
  "less indentation": ["a:\n    b: 1\n  c: 2\n", [s, "c", "This key stands in another column"]],
  "more indentation": ["a:\n  b: 1\n   c: 2\n", [s, "c", "This line is indented more than"]],
  "a comment between": ["a:\n    b: 1\n    # c\n  c: 2\n", [s, "c", "This key stands in another"]],
  "list in another column": ["a:\n  - x\n - y\n", [s, "-", "This item of a list stands where"]],
  "list among keys": ["a: 1\n- b\n", [s, "-", "This item of a list stands where none can"]],
  "list on a key's line": [
    "a: - b\n",
    [s, "-", "A list cannot begin on the line of its key."],
    [s, "b", "b has no colon after it."],
  ],
  "keys after a list": ["- a\nb: 1\n", [s, "b", "This does not belong to the value"]],
  "unclosed double quote": ['a: "foo\nb: 2\nc: 3\n', [s, '"', 'The quote " that opens here']],
  "unclosed single quote": ["a: 'foo\nb: 2\n", [s, "'", "The quote ' that opens here"]],
  "unclosed quote in brackets": [
    'a: { b: "foo }\nc: { d: [1] }\n',
    [s, '"', 'The quote " that opens here'],
  ],
  "text and a colon behind brackets": [
    "a: [b], c: d\n",
    [s, ", c", "This does not belong to the value"],
  ],
  "quote in quotes": ["a: 'it's'\nb: 1\n", [s, "s'", "The text goes on after its closing '."]],
  "unclosed bracket": ["a: [x, y\nb: 2\n", [s, "[", "This [ is not closed"]],
  "unclosed brace": ["a: { b: 1\nc: 2\n", [s, "{", "This { is not closed"]],
  "wrong bracket": [
    "a: [x, {b: 1]\n",
    [s, "[", "This [ is not closed"],
    [s, "]", "This ] closes what a { opened."],
  ],
  "stray bracket": ["a: ]\nb: 1\n", [s, "]", "This ] closes nothing"]],
  "reserved characters": [
    "a: @foo\nb: `x\nc: %d\n",
    [s, "@", "A text without quotes cannot begin with @."],
    [s, "`", "A text without quotes cannot begin with `."],
    [s, "%", "A text without quotes cannot begin with %."],
  ],
  "colon in a text": [
    "description: Foo: bar\n",
    [s, "Foo: bar", "This text has a colon and a space"],
  ],
  "colon in brackets": ["a: {d: Foo: bar, c: 1}\n", [s, "Foo: bar", "There are two colons in one"]],
  "comma too many": ["a: [b, , c]\n", [s, ",", "There is a comma too many here."]],
  "comma too few": ['a: ["b" "c"]\n', [s, '"c"]', "A comma is missing before this."]],
  "comma too few over lines": ["a: {b: 1\n    c: 2}\n", [s, "1", "A comma is missing at the end"]],
  "unknown escape": ['a: "\\d+"\n', [s, "\\d", "\\d is not an escape that YAML knows."]],
  "half a character": ['a: "\\ud800"\n', [s, '"\\ud800"', "This text has an escape that is half"]],
  "text after a pipe": ["a: | foo\n  bar\n", [s, "foo", "Nothing may follow a | or >"]],
  "no space before a comment": ["a: [b]#c\n", [s, "#c", "There is no space before this #."]],
  "no key": [": a\n", [s, ":", "There is a value here, but no key"]],
  "key of brackets": ["{a: 1}: b\n", [s, "{a: 1}", "This key is a collection"]],
  tag: ["a: !important\n", [s, "!important", "!important is a YAML tag"]],
  directive: ["%YAML 1.1\n---\na: yes\n", [s, "%YAML 1.1", "%YAML 1.1 is a YAML directive"]],
  "two documents": ["a: 1\n---\nb: 2\n", [s, "---", "A second YAML document begins here"]],
  "anchors, aliases and merge keys": [
    "a: &x 1\nb: *x\n<<: *x\n",
    ["yaml-alias", "&x", "&x is an anchor"],
    ["yaml-alias", "*x", "*x is an alias"],
    ["yaml-alias", "<<", "<< is a merge key"],
    ["yaml-alias", "*x", "*x is an alias"],
  ],
  "markdown taken for an alias": [
    "a: **bold**\n",
    ["yaml-alias", "**bold**", "**bold** is an alias"],
  ],
  "duplicate keys": [
    "a: 1\nb: { c: 1, c: 2 }\n'a': 3\n",
    ["duplicate-key", "c", "The key c is in this map already, on line 2."],
    ["duplicate-key", "'a'", "The key a is in this map already, on line 1."],
  ],
  "reserved keys": [
    "__proto__: 1\na: {constructor: 2, prototype: { b: 3 }}\n",
    ["reserved-key", "__proto__", "The key __proto__ means something to JavaScript"],
    ["reserved-key", "constructor", "The key constructor means"],
    ["reserved-key", "prototype", "The key prototype means"],
  ],
  "several at once": [
    "a: @x\nb: 'it's'\nc: 1\nc: 2\n",
    [s, "@", "A text without quotes"],
    [s, "s'", "The text goes on"],
    ["duplicate-key", "c", "The key c is in this map already, on line 3."],
  ],
};

/** YAML that plans need not have, and that is right all the same. */
const right: Readonly<Record<string, readonly [text: string, value: unknown]>> = {
  "explicit key": ["? a\n: b\n", { a: "b" }],
  "pair in a list": ["a: [b: c]\n", { a: [{ b: "c" }] }],
  "key without a value": ["{a, b: 1}\n", { a: null, b: 1 }],
  "document end": ["a: 1\n...\n", { a: 1 }],
  "explicit indentation": ["a: |2\n    b\n", { a: "  b\n" }],
  "quoted merge key": ["'<<': 1\n", { "<<": 1 }],
  "comment at a line's start in brackets": ["a: [\n  b\n# c\n  ]\n", { a: ["b"] }],
  nothing: ["", null],
  "only a marker": ["---\n", null],
};

describe("readYaml", () => {
  it.each(Object.entries(mistakes))("explains: %s", (_name, [text, ...wanted]) => {
    const { problems } = readYaml(text);
    const got = problems.map(({ code, start, end }) => [code, text.slice(start, end)]);
    expect(got).toEqual(wanted.map(([code, at]) => [code, at]));
    for (const [at, { message, help }] of problems.entries()) {
      expect(message).toContain(wanted[at]?.[2]);
      expect(help).not.toBe("");
    }
  });

  it.each(Object.entries(right))("reads: %s", (_name, [text, value]) => {
    const { root, problems } = readYaml(text);
    expect(problems).toEqual([]);
    expect(root && toValue(root)).toEqual(value);
  });

  it("drops reserved entries and nothing else", () => {
    const { root } = readYaml("a: { __proto__: 1, b: 2 }\nb: *x\nb: 3\n");
    expect(root?.kind === "map" && root.entries.map(({ key }) => key.source)).toEqual([
      "a",
      "b",
      "b",
    ]);
    expect(root && toValue(root)).toEqual({ a: { b: 2 }, b: null });
  });
});
