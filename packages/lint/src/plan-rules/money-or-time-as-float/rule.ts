import type { PropertyType } from "@dd0c/track-codegen";
import type { PlanRule } from "../plan-rule.js";
import { wordsIn } from "../words-in.js";
import { yaml } from "../yaml.js";

const moneyWords = wordsIn("arr balance cents cost eur fee fees gbp mrr price revenue salary usd");
const durationWords = wordsIn("duration elapsed latency ttl uptime");
const durationUnits = wordsIn("ms millis milliseconds seconds minutes hours");
const countWords = wordsIn(
  "bucket count factor index level percent pct rank ratio score share tier",
);

/** P211: money, durations and moments have kinds of their own. */
export const moneyOrTimeAsFloat: PlanRule = {
  page: {
    id: "P211",
    name: "money-or-time-as-float",
    family: "plan",
    title: "Money or time as a bare number or text",
    why: "A bare number has no currency, no unit and rounding errors; a moment as text comes in every format there is.",
    fix: "Take `type: money` with its currency, `type: duration` with its unit, or `type: timestamp`.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      properties:
        total_price: { type: number, description: What the order costs. }
    `,
    good: yaml`
      properties:
        total_price_cents: { type: money, currency: EUR, unit: minor, description: What the order costs. }
    `,
  },
  check: ({ ofKinds, words }) =>
    ofKinds("string", "number", "integer").flatMap((subject) => {
      const { name, type } = subject.property;
      const kind = betterKind(words(name), type);
      if (kind === null) return [];
      return [
        {
          subject,
          message: `"${name}" is ${type.kind === "string" ? "text" : `a ${type.kind}`}, and reads like ${kind.what}.`,
          help: `Take \`type: ${kind.name}\`.`,
        },
      ];
    }),
};

function betterKind(
  words: readonly string[],
  type: PropertyType,
): { readonly name: string; readonly what: string } | null {
  const last = words.at(-1) ?? "";
  const isNumber = (type.kind === "number" || type.kind === "integer") && type.unit === null;
  if (last === "at" && words.length > 1 && (isNumber || isBareText(type)))
    return { name: "timestamp", what: "a moment" };
  if (!isNumber || words.some((word) => countWords.has(word))) return null;
  if (durationUnits.has(last) || words.some((word) => durationWords.has(word)))
    return { name: "duration", what: "a duration" };
  const isMoney = type.kind === "number" && words.some((word) => moneyWords.has(word));
  return isMoney || last === "cents" ? { name: "money", what: "money" } : null;
}

function isBareText(type: PropertyType): boolean {
  return type.kind === "string" && type.format === null && type.pattern === null;
}
