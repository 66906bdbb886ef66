import type { PropertySpec } from "../language/kinds/index.js";
import { brokenProperty } from "../language/leave-out-broken.js";
import type { Span } from "../language/span.js";
import type { PlanScope } from "./definitions.js";
import { expectWord } from "./expect-word.js";
import { joinProperties } from "./join-properties.js";
import { mostProperties } from "./limits.js";
import type { Property } from "./property-type.js";
import { refineProperty } from "./refine-property.js";
import { resolveProperty } from "./resolve-property.js";
import { sameType } from "./same-type.js";
import { isTyped, type Writing } from "./writing.js";

/** What has properties: an event, an extension, a property group, an object. */
export interface WithProperties {
  readonly properties?: Readonly<Record<string, PropertySpec>> | undefined;
  readonly include?: readonly string[] | undefined;
}

/**
 * The properties of an event, extension, group or object: those that are there already (`base`, of a
 * shared event), those of the groups it includes, and its own, which may add and tighten.
 */
export function resolveProperties(
  { properties: own = {}, include = [] }: WithProperties,
  writing: Writing,
  scope: PlanScope,
  base: readonly Property[] = [],
): readonly Property[] {
  const properties = new Map(base.map((property) => [property.name, property]));
  for (const [index, name] of include.entries()) {
    const span = writing.located.keySpan(include, index);
    for (const member of groupMembers(name, span, writing, scope)) {
      const other = properties.get(member.name);
      const joined =
        other === undefined ? member : joinProperties(other, member, name, span, scope);
      properties.set(member.name, joined);
    }
  }
  for (const [name, spec] of Object.entries(own)) {
    const known = properties.get(name);
    const property =
      known === undefined
        ? resolveProperty(name, spec, writing, scope)
        : overrideProperty(known, spec, writing, scope);
    if (property !== null) properties.set(name, property);
    if (properties.size > mostProperties) return tooMany(properties, name, writing, scope);
  }
  return [...properties.values()];
}

function groupMembers(
  name: string,
  span: Span,
  { lineage }: Writing,
  { definitions, report }: PlanScope,
): readonly Property[] {
  const group = definitions.group(name);
  if (group !== null)
    return lineage.length === 0
      ? group.properties
      : group.properties.map((it) => ({ ...it, lineage: [...lineage, ...it.lineage] }));
  if (!definitions.writes("group", name))
    expectWord(name, definitions.names("group"), span, report, {
      code: "ref-unknown",
      what: "property group",
      where: "`property_groups:`",
    });
  return [];
}

/** A property that stands here again after a group or shared event brought it. */
function overrideProperty(
  base: Property,
  spec: PropertySpec,
  writing: Writing,
  scope: PlanScope,
): Property {
  if (spec === brokenProperty) return base;
  const lineage = [...writing.lineage, ...base.lineage];
  const place = { name: base.name, lineage, isNew: false };
  if (!isTyped(spec)) return refineProperty(base, spec, writing, place, scope);
  const own = resolveProperty(base.name, spec, writing, scope);
  if (own === null || sameType(own.type, base.type))
    return refineProperty(base, spec, writing, place, scope);
  const [first] = base.lineage;
  const by = first === undefined ? "the event" : `"${first.name}"`;
  scope.report.add(
    "override-weakens-base",
    writing.located.keySpan(writing.owner, base.name),
    `"${base.name}" is defined already, by ${by}.`,
    {
      help: "Refine it without `type`, or give this property another name.",
      related: [scope.report.related("defined here", base.origin)],
    },
  );
  return base;
}

function tooMany(
  properties: ReadonlyMap<string, Property>,
  name: string,
  { located, owner }: Writing,
  { report }: PlanScope,
): readonly Property[] {
  report.add(
    "plan-too-large",
    located.keySpan(owner, name),
    `These are more than ${mostProperties} properties.`,
    { help: "Group them in objects, or split the event." },
  );
  return [...properties.values()];
}
