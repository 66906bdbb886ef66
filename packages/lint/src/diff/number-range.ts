import type { PropertyType } from "@dd0c/track-codegen";

/** Which numbers a type takes; null: without end. */
export interface NumberRange {
  readonly min: number | null;
  readonly max: number | null;
  /** Whole numbers only. */
  readonly whole: boolean;
}

/** The numbers that a type takes, and whether they are whole; null for what is no number. */
export function numberRange(type: PropertyType): NumberRange | null {
  if (type.kind === "integer") return { min: type.min, max: type.max, whole: true };
  if (type.kind === "number" || type.kind === "duration")
    return { min: type.min, max: type.max, whole: false };
  if (type.kind === "money") return { min: type.min, max: type.max, whole: type.unit !== "major" };
  return null;
}

/** What a number counts, such as `ms` or `EUR minor`; null where it does not say. */
export function unitOf(type: PropertyType): string | null {
  if (type.kind === "money") return `${type.currency} ${type.unit}`;
  return "unit" in type ? type.unit : null;
}
