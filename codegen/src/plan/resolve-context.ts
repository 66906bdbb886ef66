import type { PropertySpec } from "../language/kinds/index.js";
import { byName } from "./by-name.js";
import type { Collected } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import type { Property } from "./property-type.js";
import { resolveField } from "./resolve-field.js";
import { resolveGroups } from "./resolve-groups.js";
import { resolvePii } from "./resolve-pii.js";
import { resolveProperties } from "./resolve-properties.js";
import type { ContextField, Group, Person } from "./resolved-plan.js";
import { sortProperties } from "./sort-properties.js";

/** What events carry beside their own properties, and who they are about. */
export interface ResolvedContext {
  readonly context: readonly ContextField[];
  readonly superProperties: readonly Property[];
  readonly groups: readonly Group[];
  readonly person: Person;
}

/** Resolves `context:`, `super_properties:`, `groups:` and `person:`. */
export function resolveContext(collected: Collected, scope: PlanScope): ResolvedContext {
  const { value: root, file } = collected.root;
  const { located } = file;
  const traits = (properties: Record<string, PropertySpec> = {}): readonly Property[] =>
    sortProperties(
      resolveProperties({ properties }, { owner: properties, located, lineage: [] }, scope),
    );
  const fields = Object.entries(root.context ?? {});
  return {
    context: byName(fields.map(([name, spec]) => resolveField(name, spec, collected, scope))),
    superProperties: traits(root.super_properties),
    groups: resolveGroups(collected, traits, scope),
    person: {
      description: root.person?.description ?? null,
      distinctId: distinctIdOf(collected, scope),
      traits: traits(root.person?.traits),
    },
  };
}

function distinctIdOf(
  { root: { value, file } }: Collected,
  { vocabulary, report }: PlanScope,
): Person["distinctId"] {
  const distinctId = value.person?.distinct_id;
  if (distinctId === undefined) return { description: null, pii: null };
  const { description = null, pii } = distinctId;
  return {
    description,
    pii: resolvePii(pii, distinctId, file.located, vocabulary, report) ?? null,
  };
}
