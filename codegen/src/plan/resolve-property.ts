import type { PropertySpec, TypedSpec } from "../language/kinds/index.js";
import { brokenType } from "./broken-type.js";
import type { PlanScope } from "./definitions.js";
import { expectWord } from "./expect-word.js";
import { extensionsOf } from "./extensions.js";
import { mostNested } from "./limits.js";
import type { Property, PropertyType } from "./property-type.js";
import { refineProperty } from "./refine-property.js";
import { resolveConditions } from "./resolve-conditions.js";
import { resolveDeprecation } from "./resolve-deprecation.js";
import { resolvePii } from "./resolve-pii.js";
import { resolveType } from "./resolve-type.js";
import { typeScope } from "./type-scope.js";
import { weightOf } from "./weight-of.js";
import { isTyped, type Writing } from "./writing.js";

/**
 * A property from its spec: written out, or a shared one, perhaps refined. `isShared`: it stands
 * under `properties:` or `types:` itself. Null, with a finding, where there is no such property.
 */
export function resolveProperty(
  name: string,
  spec: PropertySpec,
  writing: Writing,
  scope: PlanScope,
  isShared = false,
): Property | null {
  if (isTyped(spec)) return typedProperty(name, spec, writing, scope, isShared);
  const refersTo = typeof spec === "object" ? (spec.ref ?? name) : name;
  const base = isShared && refersTo === name ? null : scope.definitions.property(refersTo);
  if (base === null) {
    reportUnknown(name, refersTo, spec, writing, scope, isShared);
    return null;
  }
  const shared = { kind: "property", name: refersTo, origin: base.origin } as const;
  const place = { name, lineage: [...writing.lineage, shared], isNew: !isShared };
  return refineProperty(base, spec, writing, place, scope);
}

function typedProperty(
  name: string,
  spec: TypedSpec,
  writing: Writing,
  scope: PlanScope,
  isShared: boolean,
): Property {
  const { located, owner, lineage } = writing;
  const { report, vocabulary, requiredByDefault } = scope;
  const byDefault = requiredByDefault && !isShared ? "always" : "optional";
  const { required = byDefault } = spec;
  const origin = report.origin(located.keySpan(owner, name));
  const type = resolveType(spec, typeScope(writing, scope));
  return {
    name,
    type: notTooLarge(name, type, origin, scope),
    nullable: spec.nullable ?? false,
    description: spec.description ?? null,
    pii: resolvePii(spec.pii, spec, located, vocabulary, report) ?? null,
    required: required === "always",
    when: typeof required === "object" ? resolveConditions(required.when) : null,
    examples: (spec.examples ?? []) as Property["examples"],
    deprecated: resolveDeprecation(spec.deprecated),
    tags: spec.tags ?? [],
    origin,
    lineage,
    extensions: extensionsOf(spec, located),
  };
}

function notTooLarge(
  name: string,
  type: PropertyType,
  origin: Property["origin"],
  { definitions, report }: PlanScope,
): PropertyType {
  if (weightOf(type, definitions) <= mostNested) return type;
  report.add(
    "plan-too-large",
    origin,
    `"${name}" holds more than ${mostNested} values, counted through the types it uses.`,
    { help: "Properties that hold properties multiply. Use fewer levels." },
  );
  return brokenType;
}

function reportUnknown(
  name: string,
  refersTo: string,
  spec: PropertySpec,
  { located, owner }: Writing,
  { definitions, report }: PlanScope,
  isShared: boolean,
): void {
  const isItself = isShared && refersTo === name;
  if (definitions.writes("property", refersTo) && !isItself) return;
  const isNamed = typeof spec === "object" && spec.type === undefined && spec.ref !== undefined;
  const span = isNamed ? located.valueSpan(spec, "ref") : located.keySpan(owner, name);
  if (isItself) {
    report.add("missing-key", span, `"${name}" has no \`type\`.`, {
      help: "Say what it is, such as `type: string`.",
    });
    return;
  }
  expectWord(refersTo, definitions.names("property"), span, report, {
    code: "ref-unknown",
    what: "shared property",
    where: "`properties:`, or give it a `type`",
  });
}
