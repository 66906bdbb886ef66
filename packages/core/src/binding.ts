import type { ClientPlan } from "./client-plan";
import type { Protect } from "./protect";

/** The values that a tracker, a bound tracker and a call have given, raw, by context field. */
export interface Bound {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Always an own member, so that no polluted prototype answers for it. */
  readonly distinct_id: unknown;
}

/** What every event of one binding has in common, ready for the wire. */
export interface Binding {
  readonly bound: Bound;
  /** Context fields, `$groups` and the runtime's own properties; the last to be written. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly distinctId: string | undefined;
  /** `$<group>_<key>`, PostHog's own id for what a group does: without a person it is the tenant. */
  readonly groupId: string | undefined;
  /** The first required context field that has no value. */
  readonly missing: string | undefined;
}

/** Adds the given context to a bound one. Only own members count, so no prototype can forge one. */
export function extendBound(client: ClientPlan, bound: Bound, given: unknown): Bound {
  if (given === null || typeof given !== "object") return bound;
  const own = given as Readonly<Record<string, unknown>>;
  const fields = { ...bound.fields };
  for (const name in client.context)
    if (
      client.context[name]?.from === "caller" &&
      Object.hasOwn(own, name) &&
      own[name] !== undefined
    )
      fields[name] = own[name];
  const distinct_id = Object.hasOwn(own, "distinct_id") ? own.distinct_id : undefined;
  return { fields, distinct_id: distinct_id ?? bound.distinct_id };
}

/** Resolves a binding: each context field from its one source, PII protected. */
export function createBinding(
  client: ClientPlan,
  bound: Bound,
  protect: Protect,
  runtime: Readonly<Record<string, unknown>>,
): Binding {
  const properties: Record<string, unknown> = {};
  const groups: Record<string, string> = {};
  let groupId: string | undefined;
  let missing: string | undefined;
  for (const name in client.context) {
    const fact = client.context[name];
    if (!fact || fact.from === "clock") continue;
    if (fact.from === "client") {
      properties[name] = fact.value;
      continue;
    }
    const raw = Object.hasOwn(bound.fields, name) ? bound.fields[name] : undefined;
    const value = raw === "" || raw === null ? undefined : protect.value(raw, fact.pii);
    if (value === undefined) {
      if (fact.required && fact.pii?.handling !== "drop") missing ??= name;
      continue;
    }
    properties[name] = value;
    if (fact.group) {
      groups[fact.group] = String(value);
      groupId ??= `$${fact.group}_${value}`;
    }
  }
  if (groupId) properties.$groups = groups;
  const person = protect.value(bound.distinct_id, client.person?.distinct_id);
  return {
    bound,
    properties: Object.assign(properties, runtime),
    distinctId:
      person === undefined || person === null || person === "" ? undefined : String(person),
    groupId,
    missing,
  };
}
