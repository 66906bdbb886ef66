import {
  Composer,
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type YAMLError,
} from "yaml";
import { lineStarts, positionAt } from "../span.js";
import { explainSyntax, isFalseAlarm, unexplained } from "./explain-syntax.js";
import { findTooDeep } from "./find-too-deep.js";
import { maxDepth, maxProblems } from "./limits.js";
import type { YamlEntry, YamlFile, YamlMap, YamlNode, YamlProblem, YamlScalar } from "./node.js";
import { TooManyTokens, watchTokens } from "./watch-tokens.js";

/** Keys that mean something to JavaScript itself, in every object. */
const reservedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Problems collected before the first `maxProblems` of them by place are taken. */
const enoughProblems: number = 4 * maxProblems;

/**
 * Reads any YAML with the yaml package and reports all of its problems, each in its place. Aliases
 * are refused and never followed. Entries under a reserved key are dropped; nothing else is.
 */
export function readYaml(text: string): YamlFile {
  const tooDeep = findTooDeep(text);
  if (tooDeep !== -1) return { root: null, problems: [deepProblem(tooDeep)] };
  const problems: YamlProblem[] = [];
  try {
    const root = withoutTraces(() => composeTree(text, problems));
    return { root, problems: sortProblems(problems) };
  } catch (error) {
    if (error instanceof TooManyTokens) {
      return { root: null, problems: sortProblems([...problems, tooManyTokens(error.offset)]) };
    }
    if (error instanceof TooDeep) return { root: null, problems: [deepProblem(error.offset)] };
    if (error instanceof RangeError) return { root: null, problems: [deepProblem(0)] };
    throw error;
  }
}

/** The package makes an Error of every mistake; without stack traces that is ten times cheaper. */
function withoutTraces<Result>(work: () => Result): Result {
  const limit: unknown = Reflect.get(Error, "stackTraceLimit");
  Reflect.set(Error, "stackTraceLimit", 0);
  try {
    return work();
  } finally {
    Reflect.set(Error, "stackTraceLimit", limit);
  }
}

function tooManyTokens(offset: number): YamlProblem {
  return {
    code: "file-too-large",
    message: "The file is too long to be searched for mistakes beyond this place.",
    help: "Split the plan into several files and check each.",
    start: offset,
    end: offset + 1,
  };
}

class TooDeep extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super("The file is nested too deep.");
    this.offset = offset;
  }
}

function deepProblem(offset: number): YamlProblem {
  return {
    code: "file-too-deep",
    message: `The file is nested more than ${maxDepth} levels deep here.`,
    help: "Name the inner shapes as properties of their own and refer to them.",
    start: offset,
    end: offset + 1,
  };
}

function composeTree(text: string, problems: YamlProblem[]): YamlNode {
  const composer = new Composer({ uniqueKeys: false, resolveKnownTags: false });
  const report = (problem: YamlProblem): void => {
    if (problems.length < enoughProblems) problems.push(problem);
  };
  const tokens = watchTokens(text, report);
  const documents = [...composer.compose(tokens)];
  const errors = [...composer.streamInfo().errors, ...documents.flatMap(({ errors }) => errors)];
  const told = errors.filter((error) => !isFalseAlarm(error, text)).slice(0, maxProblems);
  for (const problem of explainErrors(told, text, problems.length > 0)) report(problem);
  const [first, second] = documents;
  if (second !== undefined) report(manyDocuments(text, second));
  const tree = new TreeReader(text, report);
  const contents = first?.contents;
  return contents ? tree.read(contents, 1) : missing(0);
}

/** The package's errors in our words: all that say something new, and never none for some. */
function explainErrors(
  errors: readonly YAMLError[],
  text: string,
  hasProblems: boolean,
): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  const nested = new Set<number>();
  for (const { message, pos } of errors) if (message.startsWith("Nested")) nested.add(pos[0]);
  for (const error of errors) {
    if (error.code === "RESOURCE_EXHAUSTION") throw new TooDeep(error.pos[0]);
    if (error.code === "MULTILINE_IMPLICIT_KEY" && nested.has(error.pos[0])) continue;
    const known = hasProblems || problems.length > 0;
    if (known && error.message.includes("in YAML stream")) continue;
    const problem = explainSyntax(error, text);
    if (problem !== undefined) problems.push(problem);
  }
  const [first] = errors;
  if (first === undefined || hasProblems || problems.length > 0) return problems;
  return [{ code: "yaml-syntax", start: first.pos[0], end: first.pos[1], ...unexplained(first) }];
}

function manyDocuments(text: string, second: Document.Parsed): YamlProblem {
  const start = second.range[0];
  return {
    code: "yaml-syntax",
    message: "A second YAML document begins here; a plan file holds one.",
    help: "Move it to a file of its own, or delete the line that separates the two.",
    start,
    end: Math.min(start + 3, text.length),
  };
}

/**
 * By place; of several problems in one place the first found is kept, which says the most. What is
 * wrong within a stretch that is wrong already, or right behind it, is the same mistake.
 */
function sortProblems(problems: readonly YamlProblem[]): readonly YamlProblem[] {
  const sorted = [...problems].sort((one, other) => one.start - other.start);
  const distinct: YamlProblem[] = [];
  let wrongUpTo = -1;
  for (const problem of sorted) {
    const { code, start, end } = problem;
    const before = distinct.at(-1);
    if (before?.start === start && before.code === code) continue;
    if (code === "yaml-syntax" && start <= wrongUpTo) continue;
    if (code === "yaml-syntax") wrongUpTo = Math.max(wrongUpTo, end);
    distinct.push(problem);
  }
  return distinct.slice(0, maxProblems);
}

function missing(offset: number): YamlScalar {
  return { kind: "scalar", value: null, source: "", start: offset, end: offset };
}

/** Turns the yaml package's nodes into ours, and checks keys and depth on the way. */
class TreeReader {
  private readonly text: string;
  private readonly report: (problem: YamlProblem) => void;
  private starts: readonly number[] | undefined;

  constructor(text: string, report: (problem: YamlProblem) => void) {
    this.text = text;
    this.report = report;
  }

  read(node: Node, depth: number): YamlNode {
    const [start, end] = rangeOf(node);
    if (isScalar(node))
      return this.readScalar(node.value, node.source ?? "", node.type, start, end);
    if (!isMap(node) && !isSeq(node)) return this.readAlias(start, end);
    if (depth > maxDepth) throw new TooDeep(start);
    if (isMap(node)) return this.readMap(node.items, start, end, depth);
    const items = node.items.map((item) =>
      isNode(item) ? this.read(item, depth + 1) : missing(start),
    );
    return { kind: "seq", items, start, end: node.flow ? end : (items.at(-1)?.end ?? end) };
  }

  private readScalar(
    value: unknown,
    source: string,
    type: string | undefined,
    start: number,
    end: number,
  ): YamlScalar {
    if (start === end) return { ...missing(this.afterIndicator(start)), source };
    if (type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") {
      return { kind: "scalar", value: source, source, start, end: this.trimmed(start, end) };
    }
    if (/\p{Surrogate}/u.test(source)) this.report(halfCharacter(start, end));
    return { kind: "scalar", value: isValue(value) ? value : source, source, start, end };
  }

  private readAlias(start: number, end: number): YamlScalar {
    return { kind: "scalar", value: null, source: this.text.slice(start, end), start, end };
  }

  /** A missing value stands right after its colon or dash. */
  private afterIndicator(offset: number): number {
    let at = offset;
    while (at > 0 && (this.text[at - 1] === " " || this.text[at - 1] === "\t")) at -= 1;
    return at;
  }

  private trimmed(start: number, end: number): number {
    let at = end;
    while (at > start && /[ \t\r\n]/.test(this.text[at - 1] ?? "")) at -= 1;
    return at;
  }

  private readMap(items: readonly unknown[], start: number, end: number, depth: number): YamlMap {
    const entries: YamlEntry[] = [];
    const known = new Map<string, YamlScalar>();
    let last = start;
    for (const pair of items) {
      if (!isPair(pair)) continue;
      const key = this.readKey(pair.key, depth, last);
      const value = isNode(pair.value) ? this.read(pair.value, depth + 1) : missing(key.end);
      if (!isNode(pair.value)) this.checkColon(key);
      last = Math.max(key.end, value.end);
      if (this.checkKey(key, known)) entries.push({ key, value });
    }
    const closed = this.text[start] === "{" || items.length === 0;
    return { kind: "map", entries, start, end: closed ? end : last };
  }

  private readKey(node: unknown, depth: number, before: number): YamlScalar {
    if (!isNode(node)) return missing(before);
    const key = this.read(node, depth + 1);
    if (key.kind === "scalar") return key;
    const { start, end } = key;
    this.report({
      code: "yaml-syntax",
      message: "This key is a collection; a key is a word.",
      help: "Write a plain word before the colon, or put the text in quotes.",
      start,
      end,
    });
    const source = this.text.slice(start, end);
    return { kind: "scalar", value: source, source, start, end };
  }

  /** Reports what is wrong with a key; says whether its entry stays in the tree. */
  private checkKey(key: YamlScalar, known: Map<string, YamlScalar>): boolean {
    const { source, start, end } = key;
    if (start === end) {
      this.report(missingKey(start));
      return true;
    }
    if (source === "<<" && end - start === 2) this.report(mergeKey(start));
    if (reservedKeys.has(source)) {
      this.report(reservedKey(source, start, end));
      return false;
    }
    const first = known.get(source);
    if (first === undefined) known.set(source, key);
    else this.report(this.duplicateKey(key, first));
    return true;
  }

  /** `{a:1}` is a key `a:1` to YAML, and a mistake to everybody else. */
  private checkColon(key: YamlScalar): void {
    const colon = this.text.slice(key.start, key.end).search(/:\S/);
    if (colon < 1) return;
    this.report({
      code: "yaml-syntax",
      message: "There is no space after this colon.",
      help: "Write the colon and a space between a key and its value.",
      start: key.start + colon,
      end: key.start + colon + 1,
    });
  }

  private duplicateKey(key: YamlScalar, first: YamlScalar): YamlProblem {
    this.starts ??= lineStarts(this.text);
    const { line } = positionAt(this.starts, first.start);
    return {
      code: "duplicate-key",
      message: `The key ${shorten(key.source)} is in this map already, on line ${line}.`,
      help: "Delete one of the two, or rename it.",
      start: key.start,
      end: key.end,
    };
  }
}

function rangeOf(node: Node): readonly [number, number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "range" in value;
}

function isValue(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function shorten(source: string): string {
  return source.length > 60 ? `${source.slice(0, 59)}…` : source;
}

function halfCharacter(start: number, end: number): YamlProblem {
  return {
    code: "yaml-syntax",
    message: "This text has an escape that is half of a character (\\ud800 to \\udfff).",
    help: "Write the character itself, or its full code as \\U0001F600.",
    start,
    end,
  };
}

function missingKey(start: number): YamlProblem {
  return {
    code: "yaml-syntax",
    message: "There is a value here, but no key before its colon.",
    help: "Write a key before the colon, or put the text in quotes.",
    start,
    end: start + 1,
  };
}

function mergeKey(start: number): YamlProblem {
  return {
    code: "yaml-alias",
    message: "<< is a merge key; plans have none.",
    help: "Write a property group or a template instead, and include it.",
    start,
    end: start + 2,
  };
}

function reservedKey(source: string, start: number, end: number): YamlProblem {
  return {
    code: "reserved-key",
    message: `The key ${source} means something to JavaScript itself, in every object.`,
    help: "Choose another name.",
    start,
    end,
  };
}
