import type * as z from "zod";
import { adviseOnKey } from "./advise-on-key.js";
import type { Diagnostic } from "./diagnostic.js";
import { didYouMean } from "./nearest.js";
import { rootFile } from "./plan-file.js";
import { keysAt, schemasIn } from "./plan-keys.js";
import { adviseOnKind, adviseOnShape, shapesInWords } from "./shape-advice.js";
import { capital, type FileShape, nameOf, type Place, placeOf, whereOf } from "./shape-place.js";
import { finding, type Located } from "./source.js";
import type { Span } from "./span.js";

/** What zod says is wrong with the shape of a file. */
export type ShapeIssue = z.core.$ZodIssue;

const planShape: FileShape = { schema: rootFile, name: "the plan file" };

/** zod's issues in the words of a plan, each pointing at the key or value that is wrong. */
export function describeIssues(
  issues: readonly ShapeIssue[],
  value: unknown,
  located: Located,
  shape: FileShape = planShape,
): readonly Diagnostic[] {
  const placed = issues
    .flatMap((issue) => innermost(issue))
    .map(({ issue, path }) => ({ issue, place: placeOf(value, path, shape) }));
  const misspelt = misspeltKeys(placed);
  return placed.flatMap(({ issue, place }) =>
    place.value === undefined && misspelt.get(place.owner)?.has(String(place.key)) === true
      ? []
      : describe(issue, place, located),
  );
}

/** The keys that unknown ones were meant to be, by their owners: these are not missing as well. */
function misspeltKeys(
  placed: readonly { readonly issue: ShapeIssue; readonly place: Place }[],
): ReadonlyMap<object, ReadonlySet<string>> {
  const meant = new Map<object, ReadonlySet<string>>();
  for (const { issue, place } of placed) {
    if (issue.code !== "unrecognized_keys") continue;
    const words = meantBy(issue.keys, place.value as object, place.path, place.shape);
    if (words.length > 0) meant.set(place.value as object, new Set(words));
  }
  return meant;
}

/** What unknown keys of an object were meant to be, as far as one can tell. */
function meantBy(
  keys: readonly string[],
  owner: object,
  path: readonly PropertyKey[],
  { schema }: FileShape,
): readonly string[] {
  const known = keysAt(schema, path, owner);
  return keys.flatMap((key) => wordIn(adviseOnKey(key, known, path) ?? "") ?? []);
}

/** An issue with its whole path from the file's top. */
export interface PlacedIssue {
  readonly issue: ShapeIssue;
  readonly path: readonly PropertyKey[];
}

/** Into a union's branches: the issues of the branch that was meant, the one that got furthest. */
export function innermost(
  issue: ShapeIssue,
  outer: readonly PropertyKey[] = [],
): readonly PlacedIssue[] {
  const path = [...outer, ...issue.path];
  if (issue.code !== "invalid_union") return [{ issue, path }];
  let best: readonly PlacedIssue[] = [{ issue, path }];
  let furthest = path.length;
  for (const branch of issue.errors) {
    const inner = branch.flatMap((it) => innermost(it, path));
    const length = inner.reduce((longest, it) => Math.max(longest, reach(it)), 0);
    if (length <= furthest) continue;
    best = inner;
    furthest = length;
  }
  return best;
}

/** How far into the value an issue got; one about a key has gone half a step further. */
function reach({ issue, path }: PlacedIssue): number {
  return issue.code === "unrecognized_keys" ? path.length + 0.5 : path.length;
}

function describe(issue: ShapeIssue, place: Place, located: Located): readonly Diagnostic[] {
  const span = located.valueSpan(place.owner, place.key);
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(issue.keys, place, located);
    case "invalid_value":
      return [wrongValue(issue.values.map(String), place, span, located)];
    case "invalid_type":
      return [wrongType(issue.expected, place, span, located)];
    case "invalid_union":
      return [wrongUnion(issue, place, span, located)];
    case "invalid_format":
    case "invalid_key":
      return [wrong(place, span, sentence(issue.message), null)];
    case "too_small":
      return [
        wrong(place, span, outOfBounds(issue, issue.minimum, place, ["least", "more"]), null),
      ];
    case "too_big":
      return [wrong(place, span, outOfBounds(issue, issue.maximum, place, ["most", "less"]), null)];
    default:
      return [wrong(place, span, sentence(issue.message), null)];
  }
}

function unknownKeys(
  keys: readonly string[],
  place: Place,
  located: Located,
): readonly Diagnostic[] {
  const owner = place.value as object;
  const known = keysAt(place.shape.schema, place.path, owner);
  const { elsewhere } = place.shape;
  return keys
    .filter((key) => !key.startsWith("x-"))
    .map((key) => {
      if (place.path.length === 0 && elsewhere?.keys.has(key) === true) {
        return finding(
          "unknown-key",
          located.keySpan(owner, key),
          `"${key}" belongs into ${elsewhere.where}.`,
          { help: `Move it there. This file takes ${list(known)}.` },
        );
      }
      const near = adviseOnKey(key, known, place.path);
      const span = located.keySpan(owner, key);
      const word = near === null ? null : wordIn(near);
      const fix = word === null ? null : { span, replacement: word };
      return finding(
        "unknown-key",
        span,
        `"${key}" is not a key of ${whereOf(place.path, place.shape)}.`,
        {
          help: near ?? `It takes ${list(known)}. Keys of your own start with x-.`,
          fix,
        },
      );
    });
}

/** The word of `Did you mean "x"?`; null in any other sentence. */
const wordIn = (advice: string): string | null =>
  /^Did you mean "(.*)"\?$/.exec(advice)?.[1] ?? null;

function wrongValue(
  values: readonly string[],
  place: Place,
  span: Span,
  located: Located,
): Diagnostic {
  if (place.value === undefined) return missing(place, located, `It is one of ${list(values)}.`);
  const near = nearestWord(place, values) ?? advice(place, span, located);
  const what = values.length === 1 ? `must be ${values[0]}` : `is one of ${list(values)}`;
  return wrong(place, span, `${nameOf(place)} ${what}, not ${show(place.value)}.`, near);
}

function wrongType(expected: string, place: Place, span: Span, located: Located): Diagnostic {
  if (place.value === undefined) return missing(place, located, null);
  const name = nameOf(place);
  const shown = typeof place.value === "number" ? writtenAt(span, located) : show(place.value);
  const help = advice(place, span, located);
  return wrong(place, span, `${name} is ${article(expected)}, not ${shown}.`, help);
}

function wrongUnion(
  issue: Extract<ShapeIssue, { code: "invalid_union" }>,
  place: Place,
  span: Span,
  located: Located,
): Diagnostic {
  const options =
    "options" in issue && Array.isArray(issue.options) ? issue.options : optionsOf(issue);
  const words = options.filter((option): option is string => typeof option === "string");
  const shapes = shapesInWords(schemasIn(place.shape.schema, place.path, place.owner));
  if (place.value === undefined) {
    const isWord = words.length > 0 && shapes === "";
    return missing(place, located, isWord ? `It is one of ${list(words)}.` : null);
  }
  const near = nearestWord(place, words) ?? advice(place, span, located);
  const oneOf = words.length > 0 ? `one of ${list(words)}` : "";
  const choice = [shapes, oneOf].filter((it) => it !== "").join(", or ");
  const said = choice === "" ? "cannot be" : `is ${choice}, not`;
  return wrong(place, span, `${nameOf(place)} ${said} ${show(place.value)}.`, near);
}

function optionsOf(issue: Extract<ShapeIssue, { code: "invalid_union" }>): readonly unknown[] {
  return issue.errors.flat().flatMap((inner) => {
    if (inner.code === "invalid_value") return inner.values;
    return inner.code === "invalid_union" ? optionsOf(inner) : [];
  });
}

/** `Did you mean "always"?` */
function nearestWord(place: Place, words: readonly string[]): string | null {
  if (typeof place.value !== "string") return null;
  if (place.key === "type" && words.includes("json_schema")) return adviseOnKind(place.value);
  return didYouMean(place.value, words);
}

/** What to write instead, where the schema lets one guess. */
function advice(place: Place, span: Span, located: Located): string | null {
  const schemas = schemasIn(place.shape.schema, place.path, place.owner);
  return adviseOnShape(schemas, place.value, writtenAt(span, located));
}

/** The value as it stands in the file: `1.0`, and not the number 1. */
function writtenAt(span: Span, { source }: Located): string {
  return source.text.slice(span.start, span.end);
}

type Bounds = Extract<ShapeIssue, { code: "too_small" | "too_big" }>;

/** "`rate` is at most 1, not 2." `most` is the bound's word, and what to have of characters or items. */
function outOfBounds(
  { origin, inclusive = true }: Bounds,
  bound: number | bigint,
  place: Place,
  [most, other]: readonly [string, string],
): string {
  const name = nameOf(place);
  if (origin !== "string" && origin !== "array") {
    const limit = inclusive ? `at ${most} ${bound}` : `${other} than ${bound}`;
    return `${name} is ${limit}, not ${show(place.value)}.`;
  }
  if (most === "least" && bound === 1) return `${name} is empty.`;
  const what = origin === "string" ? "characters" : "items";
  return `${name} has at ${most} ${bound} ${what}.`;
}

/** At the name of what lacks the key; where that has none, at its first key. */
function missing(place: Place, located: Located, help: string | null): Diagnostic {
  const { above } = place;
  const isNamed = above !== null && typeof above.key === "string" && above.key !== "";
  const span = isNamed
    ? located.keySpan(above.owner, above.key)
    : located.keySpan(place.owner, place.key);
  const where = whereOf(place.path.slice(0, -1), place.shape);
  return finding("missing-key", span, `${capital(where)} has no \`${String(place.key)}\`.`, {
    help: help ?? `Add \`${String(place.key)}: …\`.`,
  });
}

function wrong(place: Place, span: Span, message: string, help: string | null): Diagnostic {
  return finding("wrong-value", span, message, {
    help:
      help ??
      (place.path.length > 1
        ? `It stands in ${whereOf(place.path.slice(0, -1), place.shape)}.`
        : null),
  });
}

function list(words: readonly string[]): string {
  const shown = words.length > 12 ? [...words.slice(0, 12), "…"] : words;
  return shown.join(", ");
}

function show(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  const text = typeof value === "string" ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const kindsOfValue: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a map (`key: value`)",
  record: "a map (`key: value`)",
  array: "a list (`- item`)",
  null: "empty",
};

const article = (expected: string): string => kindsOfValue[expected] ?? expected;
const sentence = (text: string): string =>
  /[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`;
