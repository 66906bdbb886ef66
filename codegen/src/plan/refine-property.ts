import type { PropertySpec, ReferenceSpec } from "../language/kinds/index.js";
import { refusal } from "./accepts-value.js";
import { isBroken } from "./broken-type.js";
import type { PlanScope } from "./definitions.js";
import { extensionsOf } from "./extensions.js";
import type { Ancestor, Property, PropertyType } from "./property-type.js";
import { refinePii } from "./refine-pii.js";
import { refineType } from "./refine-type.js";
import { type Refinement, weakens } from "./refinement.js";
import { resolveConditions } from "./resolve-conditions.js";
import { resolveDeprecation } from "./resolve-deprecation.js";
import { resolvePii } from "./resolve-pii.js";
import { isTyped, type Writing } from "./writing.js";

/** What a refined property is here, which the one that it refines cannot tell. */
export interface Place {
  readonly name: string;
  readonly lineage: readonly Ancestor[];
  /** Whether this is its first mention here, so that the plan's defaults hold for what nobody said. */
  readonly isNew: boolean;
}

/** A property with what its refinement adds; whatever would loosen it is a finding and does not count. */
export function refineProperty(
  base: Property,
  spec: PropertySpec,
  { located, owner }: Writing,
  { name, lineage, isNew }: Place,
  { report, vocabulary, requiredByDefault }: PlanScope,
): Property {
  const own: ReferenceSpec = typeof spec === "string" ? { required: spec } : asReference(spec);
  const written = typeof spec === "string" ? null : spec;
  const refinement: Refinement = {
    name: base.name,
    spec: own,
    report,
    span: (key) =>
      written === null ? located.valueSpan(owner, name) : located.valueSpan(written, key),
  };
  if (own.nullable === true && !base.nullable && !isBroken(base.type))
    weakens(refinement, "nullable", "null is no value of it");
  const type = refineType(base.type, refinement);
  const nullable = own.nullable === false ? false : base.nullable;
  const pii = resolvePii(own.pii, written ?? owner, located, vocabulary, report);
  const says = requirement(base, own.required, refinement);
  const isFree = isNew && own.required === undefined && says.when === null;
  return {
    ...base,
    name,
    type,
    nullable,
    description: own.description ?? base.description,
    pii: refinePii(base.pii, pii, refinement),
    ...(isFree && requiredByDefault ? { required: true } : says),
    examples: (own.examples as Property["examples"] | undefined) ?? fitting(base, type, nullable),
    deprecated: resolveDeprecation(own.deprecated) ?? base.deprecated,
    tags: own.tags === undefined ? base.tags : [...new Set([...base.tags, ...own.tags])],
    origin: report.origin(located.keySpan(owner, name)),
    lineage,
    extensions:
      written === null
        ? base.extensions
        : { ...base.extensions, ...extensionsOf(written, located) },
  };
}

/** What a property that is written out again says beside its type, which is the same. */
function asReference(spec: Exclude<PropertySpec, string>): ReferenceSpec {
  if (!isTyped(spec)) return spec;
  const { description, required, nullable, examples, pii, deprecated, tags } = spec;
  return { description, required, nullable, examples, pii, deprecated, tags };
}

/** When it is required: as before, or oftener. */
function requirement(
  { required, when }: Property,
  own: ReferenceSpec["required"],
  refinement: Refinement,
): Pick<Property, "required" | "when"> {
  if (own === undefined) return { required, when };
  if (own === "always") return { required: true, when: null };
  if (required) weakens(refinement, "required", "it is always required");
  else if (own === "optional" && when !== null)
    weakens(refinement, "required", "it is required under a condition");
  else if (own !== "optional") {
    const condition = resolveConditions(own.when);
    if (when === null) return { required, when: condition };
    if (JSON.stringify(when) !== JSON.stringify(condition))
      weakens(
        refinement,
        "required",
        "it has another condition already, and nobody can tell which of two asks for more",
      );
  }
  return { required, when };
}

/** The shared property's examples that are still values of the refined one. */
function fitting(base: Property, type: PropertyType, nullable: boolean): Property["examples"] {
  if (type === base.type && nullable === base.nullable) return base.examples;
  const value = { type, nullable, description: null, pii: null };
  const kept = base.examples.filter((example) => refusal(value, example, new Map()) === null);
  return kept.length === base.examples.length ? base.examples : kept;
}
