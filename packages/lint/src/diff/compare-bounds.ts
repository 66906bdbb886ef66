import type { PropertyType, StringType } from "@dd0c/track-codegen";
import type { Difference } from "./difference.js";
import { numberRange, unitOf } from "./number-range.js";
import { textLengths } from "./text-lengths.js";

type Kind = PropertyType["kind"];
type Bound = Extract<Difference, { kind: "bound" }>;

/** How the bounds of two types of one family differ; a bound that was implied before is no new one. */
export function compareBounds(base: PropertyType, head: PropertyType): readonly Difference[] {
  if (base.kind === "string" && head.kind === "string") return compareTexts(base, head);
  if (base.kind === "array" && head.kind === "array")
    return [
      ...least("min_items", base.minItems, head.minItems, 0),
      ...most("max_items", base.maxItems, head.maxItems),
      ...flag("unique", base.unique, head.unique),
    ];
  if (base.kind === "map" && head.kind === "map")
    return [
      ...shape("keys", base.keys, head.keys, false),
      ...most("max_keys", base.maxKeys, head.maxKeys),
    ];
  return compareNumbers(base, head);
}

function compareNumbers(base: PropertyType, head: PropertyType): readonly Difference[] {
  const from = numberRange(base);
  const to = numberRange(head);
  if (from === null || to === null) return [];
  const units = [unitOf(base), unitOf(head)] as const;
  const found: Difference[] = [];
  if (units[0] !== units[1])
    found.push({ kind: "unit", base: units[0], head: units[1], source: false, wire: false });
  if (to.whole && !from.whole) found.push({ kind: "narrowed", source: false, wire: true });
  if (units[0] !== units[1] && units[0] !== null && units[1] !== null) return found;
  return [...found, ...least("min", from.min, to.min, null), ...most("max", from.max, to.max)];
}

function compareTexts(base: StringType, head: StringType): readonly Difference[] {
  const from = textLengths(base);
  const to = textLengths(head);
  const isShaped = base.pattern !== null || base.format !== null;
  const wasShaped = head.pattern !== null || head.format !== null;
  return [
    ...shape("format", base.format, head.format, base.format === null ? isShaped : wasShaped, true),
    ...shape("pattern", base.pattern, head.pattern, base.pattern === null ? isShaped : wasShaped),
    ...implied(least("min_length", base.minLength, head.minLength, 0), from.min, to.min),
    ...implied(most("max_length", base.maxLength, head.maxLength), from.max, to.max),
  ];
}

/** Leaves out a bound that what was there before, or what is there now, implies anyway. */
function implied(
  found: readonly Bound[],
  before: number | null,
  now: number | null,
): readonly Bound[] {
  return found.filter(({ name, direction, base, head }) => {
    const bound = Number(direction === "tightened" ? head : base);
    const other = direction === "tightened" ? before : now;
    return name === "min_length"
      ? other === null || other < bound
      : other === null || other > bound;
  });
}

function least(
  name: string,
  base: number | null,
  head: number | null,
  floor: number | null,
): readonly Bound[] {
  const from = base ?? floor ?? Number.NEGATIVE_INFINITY;
  const to = head ?? floor ?? Number.NEGATIVE_INFINITY;
  return bound(name, base, head, to - from);
}

function most(name: string, base: number | null, head: number | null): readonly Bound[] {
  return bound(
    name,
    base,
    head,
    (base ?? Number.POSITIVE_INFINITY) - (head ?? Number.POSITIVE_INFINITY),
  );
}

function bound(
  name: string,
  base: number | null,
  head: number | null,
  tighter: number,
): readonly Bound[] {
  if (tighter === 0 || Number.isNaN(tighter)) return [];
  const direction = tighter > 0 ? "tightened" : "loosened";
  return [
    said(name, base === null ? null : String(base), head === null ? null : String(head), direction),
  ];
}

function flag(name: string, base: boolean, head: boolean): readonly Bound[] {
  if (base === head) return [];
  return [said(name, String(base), String(head), head ? "tightened" : "loosened")];
}

/** A pattern or format. `exclusive`: two different ones surely take different texts, as formats do. */
function shape(
  name: string,
  base: string | null,
  head: string | null,
  isShapedOtherwise: boolean,
  exclusive = false,
): readonly Bound[] {
  if (base === head) return [];
  if (base !== null && head !== null)
    return [said(name, base, head, exclusive ? "tightened" : "unknown")];
  if (isShapedOtherwise) return [said(name, base, head, "unknown")];
  return [said(name, base, head, head === null ? "loosened" : "tightened")];
}

function said(
  name: string,
  base: string | null,
  head: string | null,
  direction: Bound["direction"],
): Bound {
  const wire = direction !== "loosened";
  return { kind: "bound", name, base, head, direction, source: false, wire };
}

/** Kinds whose values are numbers, and so differ in bounds and units alone. */
export const numericKinds: ReadonlySet<Kind> = new Set(["integer", "number", "duration", "money"]);
