import type { ReferenceSpec } from "../language/kinds/index.js";
import { isBroken } from "./broken-type.js";
import { whyNoExpression } from "./expression.js";
import type { EnumMember, PropertyType } from "./property-type.js";
import { type Refinement, weakens } from "./refinement.js";

/** The type with the refinement's bounds; a bound that loosens or does not apply is a finding. */
export function refineType(base: PropertyType, refinement: Refinement): PropertyType {
  const { spec } = refinement;
  if (isBroken(base)) return base;
  const refined: Record<string, unknown> = { ...base };
  for (const [key, field, direction] of bounds) {
    const value = spec[key];
    if (value === undefined) continue;
    if (!(field in base)) notApplicable(key, base, refinement);
    else {
      const old = (base as unknown as Record<string, number | null>)[field] ?? null;
      refined[field] = tighter(key, old, value, direction, refinement);
    }
  }
  for (const [low, high, lowField, highField] of ranges)
    if (spec[low] !== undefined || spec[high] !== undefined)
      checkRange(refined[lowField], refined[highField], low, high, refinement);
  if (spec.pattern !== undefined) refinePattern(base, refined, spec.pattern, refinement);
  if (spec.values !== undefined) refineValues(base, refined, spec.values, refinement);
  const isSame = Object.entries(base).every(([key, value]) => refined[key] === value);
  return isSame ? base : (refined as unknown as PropertyType);
}

const bounds = [
  ["min", "min", 1],
  ["max", "max", -1],
  ["min_length", "minLength", 1],
  ["max_length", "maxLength", -1],
  ["min_items", "minItems", 1],
  ["max_items", "maxItems", -1],
] as const;

const ranges = [
  ["min", "max", "min", "max"],
  ["min_length", "max_length", "minLength", "maxLength"],
  ["min_items", "max_items", "minItems", "maxItems"],
] as const;

function tighter(
  key: string,
  base: number | null,
  own: number,
  direction: 1 | -1,
  refinement: Refinement,
): number {
  if (base === null || (own - base) * direction >= 0) return own;
  weakens(refinement, key, `\`${key}\` is ${base} there and ${own} here`);
  return base;
}

/** A finding where nothing lies between the refined bounds. */
function checkRange(
  from: unknown,
  to: unknown,
  low: keyof ReferenceSpec,
  high: keyof ReferenceSpec,
  { name, spec, report, span }: Refinement,
): void {
  if (typeof from !== "number" || typeof to !== "number" || from <= to) return;
  report.add(
    "contradictory-constraint",
    span(spec[low] === undefined ? high : low),
    `With \`${low}: ${from}\` and \`${high}: ${to}\`, no value of "${name}" fits.`,
  );
}

function refinePattern(
  base: PropertyType,
  refined: Record<string, unknown>,
  pattern: string,
  refinement: Refinement,
): void {
  const why = whyNoExpression(pattern);
  if (base.kind !== "string") notApplicable("pattern", base, refinement);
  else if (why !== null)
    refinement.report.add(
      "contradictory-constraint",
      refinement.span("pattern"),
      `pattern is no regular expression: ${why}.`,
    );
  else if (base.pattern !== null && base.pattern !== pattern) {
    weakens(
      refinement,
      "pattern",
      "it has a pattern already, and nobody can tell which of two is tighter",
    );
  } else refined.pattern = pattern;
}

function refineValues(
  base: PropertyType,
  refined: Record<string, unknown>,
  values: readonly EnumMember["value"][],
  refinement: Refinement,
): void {
  if (base.kind !== "enum") {
    notApplicable("values", base, refinement);
    return;
  }
  const kept = base.members.filter((member) => values.includes(member.value));
  const added = [...new Set(values)].filter((it) => !kept.some(({ value }) => value === it));
  if (added.length > 0 && !base.open)
    weakens(refinement, "values", `${added.join(", ")} is no value of it`);
  const others = base.open
    ? added.map((value) => ({ value, description: null, deprecated: null }))
    : [];
  refined.members = kept.length + others.length === 0 ? base.members : [...kept, ...others];
  refined.open = false;
}

function notApplicable(key: string, base: PropertyType, refinement: Refinement): void {
  refinement.report.add(
    "unknown-key",
    refinement.span(key),
    `\`${key}\` says nothing about the type ${base.kind}.`,
    {
      help: `"${refinement.name}" is of type ${base.kind}.`,
    },
  );
}
