import type { Condition } from "../../plan/property-type.js";
import type { TimeSpan } from "../../plan/resolved-plan.js";
import { wordsOf } from "../../plan/words-of.js";
import { markdownCode } from "../../print/markdown-text.js";

/** Words as a heading: `["first", "value"]` → `First value`. */
export function sentenceCase(words: readonly string[]): string {
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

/** A stage's, funnel's or property's name as a heading. */
export function titleOf(name: string): string {
  return sentenceCase(wordsOf(name)) || name;
}

const units: Readonly<Record<string, string>> = {
  ms: "millisecond",
  s: "second",
  min: "minute",
  h: "hour",
  d: "day",
  w: "week",
};

/** `24h` → `24 hours`. */
export function spanInWords({ text }: TimeSpan): string {
  const [, count = "", unit = ""] = /^(\d+)(\D+)$/.exec(text) ?? [];
  const word = units[unit];
  return word === undefined ? text : `${count} ${word}${count === "1" ? "" : "s"}`;
}

/** A number as people read it: 31536000 → `31,536,000`. */
export function figure(value: number): string {
  const [whole = "", rest] = String(value).split(".");
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",");
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** A share as a percentage: 0.3 → `30 %`. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`;
}

/** `a, b and c`. */
export function listInWords(items: readonly string[], word = "and"): string {
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

/** What must hold, as Markdown: `channel_kind` is `dm` or `private`. */
export function conditionsInWords(conditions: readonly Condition[]): string {
  return listInWords(
    conditions.map((condition) =>
      condition.kind === "presence"
        ? `${markdownCode(condition.property)} is ${condition.present ? "there" : "missing"}`
        : `${markdownCode(condition.property)} is ${listInWords(condition.values.map(valueCode), "or")}`,
    ),
  );
}

/** A value as code: text as it is, or in quotes where its edges would not be seen. */
export function valueCode(value: string | number | boolean): string {
  const text = String(value);
  return markdownCode(text.trim() === text && text !== "" ? text : JSON.stringify(value));
}

/** Text that ends as a sentence. */
export function sentence(text: string): string {
  return /[.!?…:)]$/.test(text) ? text : `${text}.`;
}
