import type { ClientPlan } from "./client-plan";
import { ownMember } from "./own-member";
import type { Protect } from "./protect";

/** What a tracker, a bound tracker and a call have given, raw. */
export interface Bound {
  /** By context field. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Always an own member, so that no polluted prototype answers for it. */
  readonly distinct_id: unknown;
}

/** What every event of one binding has in common, ready for the wire. */
export interface Binding {
  readonly bound: Bound;
  /** Context fields, `$groups` and the runtime's own properties. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly person: string | undefined;
  /** `$<group>_<key>`, PostHog's own id for what a group does: without a person it is the tenant. */
  readonly groupId: string | undefined;
  /** The first required context field that has no value. */
  readonly missing: string | undefined;
}

/** Makes bindings of a plan. */
export interface Binder {
  /** Adds what the caller gives to a bound one: its own members, and only what the plan takes from it. */
  extend(bound: Bound, given: unknown): Bound;
  /** Resolves a binding: each context field from its one source, PII protected. */
  bind(bound: Bound): Binding;
  /** A person's id as the plan lets it travel. */
  personOf(id: unknown): string | undefined;
}

/** A binder; `runtime` are the properties of the runtime itself, such as `$lib`. */
export function createBinder(
  client: ClientPlan,
  protect: Protect,
  runtime: Readonly<Record<string, unknown>>,
): Binder {
  const context = Object.entries(client.context);
  const personOf = (id: unknown) => textOf(protect.value(id, client.person?.distinct_id));
  return {
    personOf,
    extend(bound, given) {
      const fields: Record<string, unknown> = { ...bound.fields };
      for (const [name, fact] of context)
        if (fact.from === "caller")
          fields[name] = ownMember(given, name) ?? ownMember(bound.fields, name);
      return { fields, distinct_id: ownMember(given, "distinct_id") ?? bound.distinct_id };
    },

    bind(bound) {
      const properties: Record<string, unknown> = {};
      const $groups: Record<string, string> = {};
      let groupId: string | undefined;
      let missing: string | undefined;
      for (const [name, fact] of context) {
        if (!fact.from) {
          properties[name] = fact.value;
          continue;
        }
        const value = protect.value(ownMember(bound.fields, name), fact.pii);
        if (value !== undefined && value !== null && value !== "") {
          properties[name] = value;
          if (fact.group) {
            $groups[fact.group] = String(value);
            groupId ??= `$${fact.group}_${value}`;
          }
        } else if (fact.required && fact.pii !== false) missing ??= name;
      }
      if (groupId) properties.$groups = $groups;
      Object.assign(properties, runtime);
      return { bound, properties, person: personOf(bound.distinct_id), groupId, missing };
    },
  };
}

/** An id as text; undefined for none. */
export function textOf(id: unknown): string | undefined {
  return id === undefined || id === null || id === "" ? undefined : String(id);
}
