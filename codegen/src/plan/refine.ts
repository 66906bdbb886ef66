import type { ReferenceSpec } from "../language/kinds/index.js";
import type { Span } from "../language/span.js";
import { protection } from "./pii-class.js";
import type { Pii, PropertyType } from "./property-type.js";
import type { Report } from "./report.js";

/** What a refinement is about: the shared thing's name, and where each key of the refinement stands. */
export interface Refinement {
  readonly name: string;
  readonly spec: ReferenceSpec;
  readonly report: Report;
  span(key: string): Span;
}

/** The type with the refinement's bounds; a bound that loosens or does not apply is a finding. */
export function refineType(base: PropertyType, refinement: Refinement): PropertyType {
  const refined: Record<string, unknown> = { ...base };
  for (const [key, field, direction] of bounds) {
    const value = refinement.spec[key];
    if (value === undefined) continue;
    if (!(field in base)) notApplicable(key, base, refinement);
    else
      refined[field] = tighter(
        key,
        (base as unknown as Record<string, number | null>)[field] ?? null,
        value,
        direction,
        refinement,
      );
  }
  if (refinement.spec.pattern !== undefined) refinePattern(base, refined, refinement);
  if (refinement.spec.values !== undefined) refineValues(base, refined, refinement);
  return refined as unknown as PropertyType;
}

/** The stronger of two privacy decisions; a weaker one is a finding. */
export function refinePii(
  base: Pii | null,
  own: Pii | null | undefined,
  refinement: Refinement,
): Pii | null {
  if (own === undefined) return base;
  if (base === null) return own;
  if (own === null || protection[own.handling] < protection[base.handling]) {
    const to = own === null ? "none" : own.handling;
    weakens(
      refinement,
      "pii",
      `${base.class} is handled by ${base.handling}; here it would be ${to}`,
    );
    return base;
  }
  return own;
}

/** A finding: the refinement would let through what the shared property refuses. */
export function weakens(refinement: Refinement, key: string, how: string): void {
  refinement.report.add(
    "override-weakens-base",
    refinement.span(key),
    `This weakens "${refinement.name}": ${how}.`,
    {
      help: "A refinement may only tighten. Change the shared property for everybody, or define another one.",
    },
  );
}

const bounds = [
  ["min", "min", 1],
  ["max", "max", -1],
  ["min_length", "minLength", 1],
  ["max_length", "maxLength", -1],
  ["min_items", "minItems", 1],
  ["max_items", "maxItems", -1],
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

function refinePattern(
  base: PropertyType,
  refined: Record<string, unknown>,
  refinement: Refinement,
): void {
  if (base.kind !== "string") notApplicable("pattern", base, refinement);
  else if (base.pattern !== null && base.pattern !== refinement.spec.pattern) {
    weakens(
      refinement,
      "pattern",
      "it has a pattern already, and nobody can tell which of two is tighter",
    );
  } else refined.pattern = refinement.spec.pattern;
}

function refineValues(
  base: PropertyType,
  refined: Record<string, unknown>,
  refinement: Refinement,
): void {
  const values = refinement.spec.values ?? [];
  if (base.kind !== "enum") {
    notApplicable("values", base, refinement);
    return;
  }
  const added = values.filter((value) => !base.members.some((member) => member.value === value));
  if (added.length > 0 && !base.open)
    weakens(refinement, "values", `${added.join(", ")} is no value of it`);
  refined.members = base.members.filter((member) => values.includes(member.value));
  refined.open = false;
}

function notApplicable(key: string, base: PropertyType, refinement: Refinement): void {
  refinement.report.add(
    "unknown-key",
    refinement.span(key),
    `\`${key}\` says nothing about a ${base.kind}.`,
    {
      help: `"${refinement.name}" is of type ${base.kind}.`,
    },
  );
}
