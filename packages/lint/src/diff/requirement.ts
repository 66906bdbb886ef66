import type { Condition, Property } from "@dd0c/track-codegen";
import type { RequirementChange } from "./pairs.js";

type Scalar = string | number | boolean;

/** When TypeScript makes a call pass a property: always, never, or for some values of another property. */
type SourceRequirement =
  | "always"
  | "never"
  | { readonly decider: Property; readonly values: readonly Scalar[] };

/** Properties that stand beside each other, in both plans. */
export interface Siblings {
  readonly base: readonly Property[];
  readonly head: readonly Property[];
  /** Whether they are an event's own, of which conditions become types and constants are filled in. */
  readonly ofEvent: boolean;
  /** Whether calls pass them at all, and must pass what is required. */
  readonly bindsCalls: boolean;
}

/** How a property's requirement changed; null where it is asked for as before. */
export function compareRequirement(
  base: Property,
  head: Property,
  siblings: Siblings,
): RequirementChange | null {
  const source = siblings.bindsCalls && breaksCalls(base, head, siblings);
  const kind = kindOf(base, head);
  if (kind !== null) return { kind, source };
  return source ? { kind: "required", source } : null;
}

function kindOf(base: Property, head: Property): RequirementChange["kind"] | null {
  if (isDropped(base) || isDropped(head)) return null;
  if (base.when === null && head.when === null) {
    if (base.required === head.required) return null;
    return head.required ? "required" : "optional";
  }
  if (base.when === null) return base.required ? "loosened" : "tightened";
  if (head.when === null) return head.required ? "tightened" : "loosened";
  const widens = implies(base.when, head.when);
  const narrows = implies(head.when, base.when);
  if (widens && narrows) return null;
  return narrows ? "loosened" : "tightened";
}

/** Whether all of `wide` hold wherever all of `narrow` do. */
function implies(narrow: readonly Condition[], wide: readonly Condition[]): boolean {
  return wide.every((condition) => narrow.some((it) => follows(it, condition)));
}

function follows(given: Condition, wanted: Condition): boolean {
  if (given.property !== wanted.property) return false;
  if (wanted.kind === "presence")
    return given.kind === "presence" ? given.present === wanted.present : wanted.present;
  return given.kind === "values" && given.values.every((it) => wanted.values.includes(it));
}

function breaksCalls(base: Property, head: Property, siblings: Siblings): boolean {
  const was = sourceRequirement(base, siblings.base, siblings.ofEvent);
  const is = sourceRequirement(head, siblings.head, siblings.ofEvent);
  if (is === "never" || was === "always") return false;
  if (is === "always" || was === "never") return is === "always" || hasCalls(is, siblings.base);
  if (was.decider.name !== is.decider.name) return hasCalls(is, siblings.base);
  const before = valuesOf(siblings.base.find((it) => it.name === is.decider.name));
  return is.values.some(
    (value) => !was.values.includes(value) && before?.includes(value) !== false,
  );
}

/** Whether an old call can have passed one of the deciding values. */
function hasCalls(is: Exclude<SourceRequirement, string>, base: readonly Property[]): boolean {
  const decider = base.find(({ name }) => name === is.decider.name);
  if (decider === undefined || isDropped(decider)) return false;
  const before = valuesOf(decider);
  return before === null || is.values.some((value) => before.includes(value));
}

/** As the generated clients have it: only closed enums and booleans decide, by one condition. */
function sourceRequirement(
  property: Property,
  siblings: readonly Property[],
  ofEvent: boolean,
): SourceRequirement {
  if (isDropped(property) || (ofEvent && property.type.kind === "const")) return "never";
  if (property.when === null || !ofEvent) return property.required ? "always" : "never";
  const [condition, second] = property.when;
  if (condition?.kind !== "values" || second !== undefined) return "never";
  const decider = siblings.find(({ name }) => name === condition.property);
  if (decider === undefined || decider === property || decider.when !== null) return "never";
  if (decider.nullable || valuesOf(decider) === null) return "never";
  return { decider, values: condition.values };
}

/** The values that decide; null where they cannot be counted. */
function valuesOf(property: Property | undefined): readonly Scalar[] | null {
  if (property === undefined || property.pii !== null) return null;
  const { type } = property;
  if (type.kind === "boolean") return [true, false];
  return type.kind === "enum" && !type.open ? type.members.map(({ value }) => value) : null;
}

/** Whether a call must pass a property that was not there before, and under which condition. */
export function bindsNewCalls(property: Property, siblings: Siblings): boolean {
  if (!siblings.bindsCalls) return false;
  const is = sourceRequirement(property, siblings.head, siblings.ofEvent);
  if (is === "never" || is === "always") return is === "always";
  return hasCalls(is, siblings.base);
}

function isDropped({ pii }: Property): boolean {
  return pii?.handling === "drop";
}
