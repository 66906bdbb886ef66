import * as z from "zod";
import { kinds, propertySpec } from "./kinds/index.js";
import { didYouMean } from "./nearest.js";

/** What other languages and tools call a kind. */
const otherWords: Readonly<Record<string, keyof typeof kinds>> = {
  str: "string",
  text: "string",
  varchar: "string",
  uuid: "string",
  int: "integer",
  bigint: "integer",
  long: "integer",
  float: "number",
  double: "number",
  decimal: "number",
  bool: "boolean",
  datetime: "timestamp",
  time: "timestamp",
  currency: "money",
  list: "array",
  dict: "map",
  record: "map",
  literal: "const",
  ref: "named",
  reference: "named",
  any: "json_schema",
};

/** `Did you mean "integer"?` for a word after `type:`; null where no kind is meant by it. */
export function adviseOnKind(word: string): string | null {
  const kind = Object.hasOwn(otherWords, word.toLowerCase())
    ? otherWords[word.toLowerCase()]
    : undefined;
  return kind === undefined ? didYouMean(word, Object.keys(kinds)) : `Did you mean "${kind}"?`;
}

/**
 * What to write in place of a value that has not the shape of `schemas`; null where nothing better
 * can be said than what it is held to. `written` is the value as it stands in the file.
 */
export function adviseOnShape(
  schemas: readonly z.ZodType[],
  value: unknown,
  written: string,
): string | null {
  if (schemas.includes(propertySpec)) return adviseOnProperty(value);
  const taken = schemas.flatMap(branches);
  const isScalar = typeof value !== "object" || value === null;
  if (taken.some(saysAlways)) {
    if (isYes(value)) return "Write `always`.";
    if (isNo(value)) return "Write `optional`.";
  }
  if (value === null) return null;
  const meant = typeof value === "string" ? adviseOnWord(taken, value, written) : null;
  if (meant !== null) return meant;
  if (/^-\S/.test(written) && takes(taken, z.ZodArray))
    return "Put a space after each dash: `- item`.";
  if (isScalar && takes(taken, z.ZodArray)) return `Write a list: \`[${written}]\`.`;
  if (Array.isArray(value) && takes(taken, z.ZodRecord)) {
    const [first] = value as readonly unknown[];
    return typeof first === "string" ? `Make each name a key: \`${first}: { … }\`.` : null;
  }
  const keys = keysOf(taken);
  if (keys.length === 0) return isScalar ? adviseOnText(taken, value, written) : null;
  const isSentence = typeof value === "string" && value.includes(" ");
  if (isSentence && keys.includes("description")) return "Put the text under `description:`.";
  return `Its keys are ${keys.slice(0, 12).join(", ")}${keys.length > 12 ? ", …" : ""}.`;
}

/** What may stand at a place, in words: "a list (`- item`) or a map (`key: value`)"; empty where it is none of these. */
export function shapesInWords(schemas: readonly z.ZodType[]): string {
  const taken = schemas.flatMap(branches);
  const words = [
    takes(taken, z.ZodString) ? "text" : "",
    takes(taken, z.ZodArray) ? "a list (`- item`)" : "",
    takes(taken, z.ZodObject) || takes(taken, z.ZodRecord) ? "a map (`key: value`)" : "",
  ];
  return words.filter((word) => word !== "").join(" or ");
}

function adviseOnProperty(value: unknown): string {
  if (typeof value === "string") {
    if (Object.hasOwn(kinds, value)) return `Write \`{ type: ${value} }\`.`;
    const near = didYouMean(value, ["always", "optional"]);
    if (near !== null) return near;
    const kind = adviseOnKind(value)?.slice(14, -2);
    if (kind !== undefined) return `Write \`{ type: ${kind} }\`.`;
  }
  return "Write it out, such as `{ type: string }`; `always` and `optional` take the shared property of the same name.";
}

function branches(schema: z.ZodType): readonly z.ZodType[] {
  if (!(schema instanceof z.ZodUnion)) return [schema];
  return schema.options.flatMap((option) => branches(option as z.ZodType));
}

/** A number or a truth value where text belongs: quotes, where what stands there would do as text. */
function adviseOnText(
  schemas: readonly z.ZodType[],
  value: unknown,
  written: string,
): string | null {
  const text = schemas.find((it) => it instanceof z.ZodString);
  if (text === undefined || typeof value === "string") return null;
  const [issue] = text.safeParse(written).error?.issues ?? [];
  if (issue === undefined) return `Put it in quotes: "${written}".`;
  return `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`;
}

/** YAML 1.1's words of truth, and numbers in quotes: text in YAML 1.2, where something else belongs. */
function adviseOnWord(schemas: readonly z.ZodType[], word: string, written: string): string | null {
  if (takes(schemas, z.ZodBoolean)) {
    if (/^(yes|y|on|true)$/i.test(word)) return `Write \`true\`. ${textInYaml(written)}`;
    if (/^(no|n|off|false)$/i.test(word)) return `Write \`false\`. ${textInYaml(written)}`;
  }
  const isNumber = word.trim() !== "" && Number.isFinite(Number(word));
  return isNumber && takes(schemas, z.ZodNumber) ? `Take the quotes away: ${word.trim()}.` : null;
}

const textInYaml = (written: string): string => `In YAML 1.2, ${written} is text.`;

const keysOf = (schemas: readonly z.ZodType[]): readonly string[] => [
  ...new Set(schemas.flatMap((it) => (it instanceof z.ZodObject ? Object.keys(it.shape) : []))),
];

const takes = (
  schemas: readonly z.ZodType[],
  kind: abstract new (...args: never) => z.ZodType,
): boolean => schemas.some((it) => it instanceof kind);

const saysAlways = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodEnum && schema.options.includes("always");
const isYes = (value: unknown): boolean =>
  value === true || (typeof value === "string" && /^(yes|on|true|required)$/i.test(value));
const isNo = (value: unknown): boolean =>
  value === false || (typeof value === "string" && /^(no|off|false)$/i.test(value));
