import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlain } from "./read-plain.js";
import { readYaml } from "./read-yaml.js";

/** Minutes to go on for: `SOAK_MINUTES=5 npx vitest run codegen/src/language/document`. */
const minutes = Number(process.env.SOAK_MINUTES ?? 0);
const limits = minutes > 0 ? { numRuns: 1e9, interruptAfterTimeLimit: minutes * 15_000 } : {};

/** Whatever the plain reader takes, the full one reads to the same tree, and finds nothing wrong. */
function expectSameTree(text: string): void {
  const plain = /\p{Surrogate}/u.test(text) ? undefined : readPlain(text);
  if (plain === undefined) return;
  const full = readYaml(text);
  if (full.problems.length === 0 && same(plain, full.root)) return;
  expect({ root: plain, problems: [] }, JSON.stringify(text)).toEqual(full);
  throw new Error(`Numbers differ in their sign: ${JSON.stringify(text)}`);
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || one === null) return Object.is(one, other);
  if (typeof other !== "object" || other === null) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => same(Reflect.get(one, name), Reflect.get(other, name)));
}

const word = fc.constantFrom(
  ..."a b foo bar_baz x-y cost.anomaly 1 -1 +2 007 0x1F 0o17 1.5 .5 1e3 -0 .inf -.INF .nan".split(
    " ",
  ),
  ..."null ~ Null NULL true FALSE True yes no on << constructor __proto__ http://x a:b a#b".split(
    " ",
  ),
  ..."-a --- ... ---a é → 😀 it's say\"so <a> (b) $c = % @ ` | > & * ! ? -- 2027-03-31 24h".split(
    " ",
  ),
);

const piece = fc.oneof(
  { weight: 6, arbitrary: word },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...[" ", ": ", ":", "- ", "-", ", ", ",", "[", "]", "{", "}", " #c", "#", "# c", "'", '"'],
      ...[
        "''",
        '\\"',
        "\\n",
        "\\",
        "\\u00e9",
        "\\x4",
        "|",
        ">",
        "|-",
        ">+",
        ">-",
        "|+",
        "|2",
        "? ",
      ],
      ...["  ", "&a ", "*a", "!t ", "\t", "\r", "[]", "{}", '""', "'q r'", '"q r"', "a: ", "k: v"],
    ),
  },
);

const lineEnd = fc.constantFrom("\n", "\n", "\n", "\n", "\n\n", "\r\n", "\n  \n", " \n", "");

const soupLine = fc
  .tuple(fc.nat(6), fc.array(piece, { maxLength: 7 }), lineEnd)
  .map(([indent, pieces, end]) => " ".repeat(indent) + pieces.join("") + end);
const soup = fc.array(soupLine, { maxLength: 8 }).map((lines) => lines.join(""));

type Tree =
  | string
  | { readonly map: readonly (readonly [string, Tree])[] }
  | { readonly seq: readonly Tree[] };

const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const quoted = fc
  .tuple(phrase, fc.constantFrom("'", '"'))
  .map(
    ([text, quote]) =>
      quote + (quote === "'" ? text.replaceAll("'", "''") : text.replaceAll('"', '\\"')) + quote,
  );
const scalar = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: phrase },
  { weight: 2, arbitrary: quoted },
  { weight: 1, arbitrary: fc.constant("") },
);
const { collection } = fc.letrec<{ tree: Tree; collection: Exclude<Tree, string> }>((tie) => ({
  tree: fc.oneof({ depthSize: "small", withCrossShrink: true }, scalar, tie("collection")),
  collection: fc.oneof(
    fc.record({ map: fc.array(fc.tuple(fc.oneof(word, quoted), tie("tree")), { maxLength: 4 }) }),
    fc.record({ seq: fc.array(tie("tree"), { maxLength: 4 }) }),
  ),
}));

/** Prints a tree as YAML in many ways; every choice comes from `choose`. */
class Printer {
  private readonly choose: (count: number) => number;
  constructor(choose: (count: number) => number) {
    this.choose = choose;
  }

  /** The node after a key or dash, from the space on. */
  after(node: Tree, column: number, inSeq: boolean): string {
    if (typeof node === "string") return this.scalarAfter(node, column);
    if (this.choose(3) === 0) return ` ${this.flow(node, column)}${this.end()}`;
    const children = "map" in node ? node.map : node.seq;
    if (children.length === 0) return ` ${"map" in node ? "{}" : "[]"}${this.end()}`;
    if (inSeq && this.choose(2) === 0) {
      const spaces = 1 + this.choose(3);
      return " ".repeat(spaces) + this.block(node, column + 1 + spaces).trimStart();
    }
    const deeper = "seq" in node && !inSeq && this.choose(2) === 0 ? 0 : 1 + this.choose(3);
    return this.end() + this.block(node, column + deeper);
  }

  block(node: Exclude<Tree, string>, column: number): string {
    const indent = " ".repeat(column);
    if ("seq" in node) {
      return node.seq.map((item) => `${indent}-${this.after(item, column, true)}`).join("");
    }
    return node.map
      .map(([key, value]) => {
        const space = this.choose(8) === 0 ? " " : "";
        return `${indent}${key}${space}:${this.after(value, column, false)}`;
      })
      .join("");
  }

  private scalarAfter(text: string, column: number): string {
    const inner = " ".repeat(column + 1 + this.choose(3));
    switch (this.choose(9)) {
      case 0:
        return `${this.end()}${inner}${text}${this.end()}`;
      case 1: {
        const header = ["|", ">", "|-", ">-", "|+", ">+"][this.choose(6)];
        const lines = `${text || "a"} b  c d`.split(" ");
        return ` ${header}${this.end()}${lines.map((line) => `${line && inner}${line && " ".repeat(this.choose(4) === 0 ? 1 : 0)}${line}\n`).join("")}`;
      }
      case 2:
        return ` ${text.replaceAll(" ", `${this.end()}${inner}`)}${this.end()}`;
      default:
        return `${text && " ".repeat(1 + this.choose(2))}${text}${this.end()}`;
    }
  }

  private flow(node: Tree, column: number): string {
    if (typeof node === "string") return node;
    const gap = (): string => {
      const kind = this.choose(9);
      if (kind > 1) return kind % 2 === 0 ? " " : "";
      return `${this.end()}${" ".repeat(column + 1 + this.choose(3))}`;
    };
    const comma = (count: number): string => (count > 0 && this.choose(4) === 0 ? "," : "");
    if ("seq" in node) {
      const items = node.seq.map((item) => gap() + this.flow(item, column) + gap()).join(",");
      return `[${items}${comma(node.seq.length)}${gap()}]`;
    }
    const entries = node.map.map(
      ([key, value]) => `${gap()}${key}:${gap() || " "}${this.flow(value, column)}${gap()}`,
    );
    return `{${entries.join(",")}${comma(entries.length)}${gap()}}`;
  }

  private end(): string {
    return ["\n", "\n", "\n", "\n", "\n", " # c\n", "\n\n", "\r\n", "\n# c\n", "\n   #c\n", " \n"][
      this.choose(11)
    ] as string;
  }
}

const printed = fc
  .tuple(
    collection,
    fc.infiniteStream(fc.nat(1_000_000)),
    fc.constantFrom("", "", "---\n", "# c\n\n", "--- # c\n"),
  )
  .map(([node, choices, start]) => {
    const choose = (count: number): number => Number(choices.next().value) % count;
    const printer = new Printer(choose);
    return start + printer.block(node, 0);
  });

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(10_000),
  length: fc.constantFrom(0, 0, 1, 1, 2, 5),
  text: fc.oneof(piece, fc.constantFrom("", "", " ", "\n", "  ", "\n  ")),
});

function applyEdits(text: string, edits: readonly Edit[]): string {
  let edited = text;
  for (const { at, length, text: inserted } of edits) {
    const from = at % (edited.length + 1);
    edited = edited.slice(0, from) + inserted + edited.slice(from + length);
  }
  return edited;
}

const mutated = fc
  .tuple(printed, fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([text, edits]) => applyEdits(text, edits));
const spliced = fc
  .tuple(printed, fc.oneof(printed, soup), fc.nat(10_000), fc.nat(10_000))
  .map(
    ([one, other, end, start]) =>
      one.slice(0, end % (one.length + 1)) + other.slice(start % (other.length + 1)),
  );

describe("the plain reader and the full reader", () => {
  it.each([
    ["printed trees", printed, 1500],
    ["edited texts", mutated, 2500],
    ["spliced texts", spliced, 1500],
    ["loose pieces", soup, 4000],
  ] as const)(
    "read %s to the same tree",
    { timeout: 60_000 + minutes * 60_000 },
    (_name, texts, numRuns) => {
      fc.assert(fc.property(texts, expectSameTree), { numRuns, ...limits });
    },
  );

  it("take most printed trees with the plain reader", () => {
    const samples = fc.sample(printed, { numRuns: 1000, seed: 1 });
    const right = samples.filter((text) => {
      const { root, problems } = readYaml(text);
      return problems.length === 0 && root?.kind !== "scalar";
    });
    const taken = right.filter((text) => readPlain(text) !== undefined);
    expect(taken.length / right.length).toBeGreaterThan(0.85);
  });
});
