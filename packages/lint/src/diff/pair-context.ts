import type { ContextField, ResolvedPlan } from "@dd0c/track-codegen";
import { clientSides } from "./client-sides.js";
import { type PropertyScope, pairProperties } from "./pair-properties.js";
import type { Owner, Pair } from "./pairs.js";

/** Pairs what stands beside events: context, super-properties, and the traits of persons and groups. */
export function* pairContext(
  base: ResolvedPlan,
  head: ResolvedPlan,
  scope: PropertyScope,
): Generator<Pair> {
  const runtimes = base.runtimes
    .map(({ name }) => name)
    .filter((name) => head.runtimes.some((it) => it.name === name));
  const place = {
    base: base.origin,
    head: head.origin,
    inherited: null,
    experimental: false,
    event: null,
  };
  const owner = (kind: Owner["kind"], subject: string, name: string): Owner => ({
    ...place,
    kind,
    subject,
    name,
    sides: clientSides(runtimes),
  });
  yield* pairFields(base, head, owner("context", "context", "the context"), scope);
  yield* pairProperties(
    base.superProperties,
    head.superProperties,
    {
      ...owner("super_property", "super_properties", "the super-properties"),
      sides: runtimes.includes("browser") ? ["browser"] : [],
    },
    scope,
  );
  const person = owner("trait", "person", "a person");
  yield* pairProperties(base.person.traits, head.person.traits, person, scope);
  for (const group of head.groups) {
    const before = base.groups.find(({ name }) => name === group.name);
    const of = owner("trait", `groups/${group.name}`, `a \`${group.name}\``);
    const at = { ...of, base: before?.origin ?? null, head: group.origin };
    if (before !== undefined) yield* pairProperties(before.traits, group.traits, at, scope);
  }
}

/** Fields that callers or hosts give are passed in code; the others are filled in by clients. */
function* pairFields(
  base: ResolvedPlan,
  head: ResolvedPlan,
  owner: Owner,
  scope: PropertyScope,
): Generator<Pair> {
  for (const field of base.context) {
    const other = head.context.find(({ name }) => name === field.name) ?? null;
    const at = {
      subject: `context/${field.name}`,
      name: `the context field \`${field.name}\``,
      base: field.origin,
      head: other?.origin ?? null,
      inherited: null,
      experimental: false,
    };
    yield { of: "field", base: field, head: other, at };
  }
  for (const isGiven of [true, false]) {
    const from = base.context.filter((it) => isPassed(it, head) === isGiven);
    const to = head.context.filter((it) => isPassed(it, base) === isGiven);
    const sides = isGiven ? owner.sides : [];
    yield* pairProperties(from, to, { ...owner, sides }, scope);
  }
}

/** Whether code passes a field; one that both plans have and only one lets code pass is the `field` pair's. */
function isPassed(field: ContextField, other: ResolvedPlan): boolean {
  const counterpart = other.context.find(({ name }) => name === field.name);
  const given = ({ from }: ContextField): boolean => from === "caller" || from === "runtime";
  return given(field) && (counterpart === undefined || given(counterpart));
}
