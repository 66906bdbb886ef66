import type { Origin, Pii, Property, PropertyValue } from "@dd0c/track-codegen";
import { acceptsSource } from "./accepts-source.js";
import { compareValues } from "./compare-values.js";
import { findRenames } from "./find-renames.js";
import type { Owner, Pair, Place, Sides } from "./pairs.js";
import { propertyLikeness, sameProperty } from "./property-likeness.js";
import { compareRequirement, type Siblings } from "./requirement.js";
import { type NamedValues, unwrapped } from "./value.js";

/** What pairing properties asks of both plans. */
export interface PropertyScope {
  readonly baseTypes: NamedValues;
  readonly headTypes: NamedValues;
  /** What is done with each class of personal data unless a property says. */
  readonly classes: Sides<ReadonlyMap<string, Pii["handling"]>>;
  /** Where a name is on every event, in either plan, so that a property of it has only moved. */
  readonly elsewhere: (name: string, side: "base" | "head") => string | null;
}

/** Whether calls of an owner must pass what is required: a browser registers any part of its super-properties. */
function bindsCalls({ sides, kind }: Owner): boolean {
  return sides.length > 0 && kind !== "super_property";
}

/** Pairs the properties of one owner, and everything inside them. */
export function* pairProperties(
  base: readonly Property[],
  head: readonly Property[],
  owner: Owner,
  scope: PropertyScope,
): Generator<Pair> {
  const before = new Map(base.map((it) => [it.name, it]));
  const after = new Map(head.map((it) => [it.name, it]));
  const siblings = { base, head, ofEvent: owner.kind === "event", bindsCalls: bindsCalls(owner) };
  const gone = base.filter(({ name }) => !after.has(name));
  const fresh = head.filter(({ name }) => !before.has(name));
  const renames = findRenames(gone, fresh, propertyLikeness, sameProperty);
  for (const { base: from, head: to } of renames)
    yield { of: "property_renamed", base: from, head: to, owner, at: placeOf(owner, from, to) };
  for (const property of gone)
    if (!renames.some((it) => it.base === property)) yield removed(property, owner, scope);
  for (const property of fresh)
    if (!renames.some((it) => it.head === property)) yield added(property, owner, siblings, scope);
  for (const property of head) {
    const other = before.get(property.name);
    if (other !== undefined) yield* pairProperty(other, property, siblings, owner, scope);
  }
}

function removed(base: Property, owner: Owner, scope: PropertyScope): Pair {
  const at = placeOf(owner, base, null);
  const to = owner.kind === "event" ? scope.elsewhere(base.name, "head") : null;
  if (to === null) return { of: "property_removed", base, owner, at };
  const from = `a property of ${owner.name}`;
  return { of: "property_moved", name: base.name, from, to, source: owner.sides.length > 0, at };
}

function added(head: Property, owner: Owner, siblings: Siblings, scope: PropertyScope): Pair {
  const at = placeOf(owner, null, head);
  const from = owner.kind === "event" ? scope.elsewhere(head.name, "base") : null;
  if (from !== null) {
    const source = siblings.bindsCalls && head.required;
    const to = `a property of ${owner.name}`;
    return { of: "property_moved", name: head.name, from, to, source, at };
  }
  return { of: "property_added", head, owner, siblings, at };
}

function* pairProperty(
  base: Property,
  head: Property,
  siblings: Siblings,
  owner: Owner,
  scope: PropertyScope,
): Generator<Pair> {
  const at = placeOf(owner, base, head);
  const requirement = compareRequirement(base, head, siblings);
  yield { of: "property", base, head, owner, requirement, at };
  yield* pairValues(base, head, owner, at, scope);
}

function* pairValues(
  base: PropertyValue,
  head: PropertyValue,
  owner: Owner,
  at: Place,
  scope: PropertyScope,
): Generator<Pair> {
  if (base === head) return;
  const { sides } = owner;
  const constantsAreFilled = owner.kind === "event" && at.subject.split("/").length === 4;
  const differences = compareValues(base, head, { ...scope, sides, constantsAreFilled });
  const from = unwrapped(base, scope.baseTypes);
  const to = unwrapped(head, scope.headTypes);
  const pii = { base: from.pii, head: to.pii };
  const usual = {
    base: scope.classes.base.get(from.pii?.class ?? "") ?? null,
    head: scope.classes.head.get(to.pii?.class ?? "") ?? null,
  };
  const isFilled = constantsAreFilled && from.type.kind === "const";
  const refusesCalls =
    !isFilled && !differences.some(({ source }) => source) && refuses(from, to, owner, scope);
  yield { of: "value", base, head, owner, differences, pii, usual, refusesCalls, at };
  if (from.pii?.handling === "drop" || to.pii?.handling === "drop") return;
  // What is hashed is passed as it is on servers, and as a hash in browsers.
  const isHashed = from.pii?.handling === "hash" || to.pii?.handling === "hash";
  const inner = isHashed ? { ...owner, sides: sides.filter((it) => it === "server") } : owner;
  if (from.type.kind === "array" && to.type.kind === "array")
    yield* pairValues(from.type.items, to.type.items, inner, inside(at, "items", "an item"), scope);
  if (from.type.kind === "map" && to.type.kind === "map")
    yield* pairValues(
      from.type.values,
      to.type.values,
      inner,
      inside(at, "values", "a value"),
      scope,
    );
  if (from.type.kind === "object" && to.type.kind === "object")
    yield* pairProperties(
      from.type.properties,
      to.type.properties,
      { ...inner, ...at, kind: "object" },
      scope,
    );
}

/** Whether what was decided on personal data makes calls fail that compiled before. */
function refuses(
  from: PropertyValue,
  to: PropertyValue,
  { sides }: Owner,
  { baseTypes, headTypes }: PropertyScope,
): boolean {
  if (from.pii?.handling === to.pii?.handling && from.pii?.class === to.pii?.class) return false;
  const view = { callTypes: baseTypes, clientTypes: headTypes };
  return sides.some((client) => !acceptsSource(to, from, { client, ...view }));
}

function inside(at: Place, step: string, word: string): Place {
  return { ...at, subject: `${at.subject}/${step}`, name: `${word} of ${at.name}` };
}

/** Where a property stands in both plans; the owner's place stands in for a side that has none. */
function placeOf(owner: Owner, base: Property | null, head: Property | null): Place {
  const name = (head ?? base)?.name ?? "";
  return {
    subject: `${owner.subject}/properties/${base?.name ?? name}`,
    name: `\`${base?.name ?? name}\` of ${owner.name}`,
    base: base?.origin ?? null,
    head: head?.origin ?? null,
    inherited: inheritedFrom(head) ?? (head === null ? inheritedFrom(base) : null),
    experimental: owner.experimental,
  };
}

function inheritedFrom(property: Property | null): Origin | null {
  const ancestor = property?.lineage.at(-1);
  if (property === null || ancestor === undefined) return null;
  const { file, line } = ancestor.origin;
  return file === property.origin.file && line === property.origin.line ? null : ancestor.origin;
}
