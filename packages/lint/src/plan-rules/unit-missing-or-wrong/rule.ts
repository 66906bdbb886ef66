import type { PropertyType } from "@dd0c/track-codegen";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

const timeSuffixes: Readonly<Record<string, string>> = {
  ms: "ms",
  millis: "ms",
  milliseconds: "ms",
  s: "s",
  sec: "s",
  secs: "s",
  seconds: "s",
  min: "min",
  mins: "min",
  minutes: "min",
  h: "h",
  hrs: "h",
  hours: "h",
  d: "d",
  days: "d",
};

const moneySuffixes: Readonly<Record<string, string>> = { cents: "minor", micros: "micros" };

/** P132: the unit in a name is the unit of the type, and durations and amounts have one in their names. */
export const unitMissingOrWrong: PlanRule = {
  page: {
    id: "P132",
    name: "unit-missing-or-wrong",
    family: "plan",
    title: "A name without its unit, or with another one",
    why: "In a chart only the name is seen. `duration_ms` that holds seconds is wrong by a thousand, and no check of types ever notices.",
    fix: "End the name with the unit that the type has: `_ms`, `_s`, `_min`, `_h`, `_d`; `_cents` or `_micros` for money.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      properties:
        load_ms: { type: duration, unit: s, description: How long the page took. }
    `,
    good: yaml`
      properties:
        load_ms: { type: duration, unit: ms, description: How long the page took. }
    `,
  },
  check: ({ ofKinds, words }) =>
    ofKinds("duration", "money", "number", "integer").flatMap((subject) => {
      const { name, type } = subject.property;
      const problem = problemOf(words(name).at(-1) ?? "", type);
      if (problem === null) return [];
      const message = `"${name}" ${problem.what}.`;
      return [{ subject, message, help: problem.help }];
    }),
};

function problemOf(
  last: string,
  type: PropertyType,
): { readonly what: string; readonly help: string } | null {
  const time = timeSuffixes[last];
  const money = moneySuffixes[last];
  if (type.kind === "duration") {
    const help = `End it with \`_${type.unit}\`.`;
    if (time === undefined)
      return { what: `is a duration in ${type.unit}, and does not say so`, help };
    return time === type.unit ? null : { what: `reads like ${time}, and holds ${type.unit}`, help };
  }
  if (type.kind === "money") {
    const help = `End it with \`_${suffixOf(type.unit, type.currency)}\`.`;
    const said = money ?? (last === type.currency.toLowerCase() ? "major" : undefined);
    if (said === undefined)
      return type.unit === "major"
        ? null
        : { what: `holds ${wordOf(type.unit)}, and does not say so`, help };
    return said === type.unit
      ? null
      : { what: `reads like ${wordOf(said)}, and holds ${wordOf(type.unit)}`, help };
  }
  if (
    (type.kind === "number" || type.kind === "integer") &&
    time !== undefined &&
    type.unit !== null
  ) {
    const unit = timeSuffixes[type.unit] ?? null;
    if (unit !== null && unit !== time)
      return {
        what: `reads like ${time}, and its unit is ${type.unit}`,
        help: "Correct one of the two.",
      };
  }
  return null;
}

function suffixOf(unit: string, currency: string): string {
  return unit === "minor" ? "cents" : unit === "micros" ? "micros" : currency.toLowerCase();
}

function wordOf(unit: string): string {
  return unit === "minor" ? "whole cents" : unit === "micros" ? "millionths" : "a major unit";
}
