import type { Collected } from "./collect.js";
import type { Definitions, ImportedDefinitions, ResolvedGroup } from "./definitions.js";
import type { Property, PropertyType, PropertyValue } from "./property-type.js";
import type { Report } from "./report.js";
import type { Event, NamedTypeDefinition, ResolvedPlan } from "./resolved-plan.js";
import type { Vocabulary } from "./vocabulary.js";

/** A resolved plan with what others may use of it. */
export interface ImportedPlan {
  readonly plan: ResolvedPlan;
  readonly definitions: Definitions;
}

/** An imported plan's definitions, each name behind its plan's short name: `platform/utm`. */
export function offerUnder(plan: string, offer: ImportedDefinitions): ImportedDefinitions {
  const under = (name: string): string => `${plan}/${name}`;
  const value = <Value extends PropertyValue>(it: Value): Value => ({
    ...it,
    type: renameTypes(it.type, under),
  });
  const rename = <Value extends { readonly name: string }>(
    all: ReadonlyMap<string, Value>,
    change: (it: Value) => Value,
  ) => new Map([...all].map(([name, it]) => [under(name), change(it)]));
  return {
    properties: rename(offer.properties, (it: Property) => value(it)),
    groups: rename(offer.groups, (it: ResolvedGroup) => ({
      ...it,
      name: under(it.name),
      properties: it.properties.map(value),
    })),
    types: rename(offer.types, (it: NamedTypeDefinition) => ({
      ...value(it),
      name: under(it.name),
    })),
  };
}

/** The events that a plan takes over from those it imports: `events: [account.*]`. */
export function importEvents(
  collected: Collected,
  imports: ReadonlyMap<string, ImportedPlan>,
  own: readonly Event[],
  vocabulary: Vocabulary,
  report: Report,
): readonly Event[] {
  const { value: root, file } = collected.root;
  const names = new Set(own.map((event) => event.name));
  const products = vocabulary.products.map((product) => product.name);
  const under = (alias: string) => (name: string) => `${alias}/${name}`;
  return [...imports].flatMap(([alias, { plan }]) => {
    const patterns = root.imports?.[alias]?.events ?? [];
    return patterns.flatMap((pattern, index) => {
      const found = plan.events.filter((event) => matches(pattern, event.name));
      const span = file.located.keySpan(patterns, index);
      if (found.length === 0)
        report.add("import-matches-nothing", span, `"${pattern}" is no event of plan "${alias}".`, {
          help: "Name its events, or a family such as account.*",
        });
      const twice = found.find((event) => names.has(event.name));
      if (twice !== undefined)
        report.add(
          "duplicate-definition",
          span,
          `"${twice.name}" is an event of this plan already.`,
          { related: [report.related("in the other plan", twice.origin)] },
        );
      return found
        .filter((event) => !names.has(event.name))
        .map((event) => ({
          ...event,
          products,
          shared: true,
          runtimes: event.runtimes.filter((runtime) =>
            vocabulary.runtimes.some((it) => it.name === runtime),
          ),
          properties: event.properties.map((property) => ({
            ...property,
            type: renameTypes(property.type, under(alias)),
          })),
        }));
    });
  });
}

function matches(pattern: string, name: string): boolean {
  const expression = pattern
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${expression}$`).test(name);
}

/** The type with its named types behind the plan's short name. */
function renameTypes(type: PropertyType, rename: (name: string) => string): PropertyType {
  const value = <Value extends PropertyValue>(it: Value): Value => ({
    ...it,
    type: renameTypes(it.type, rename),
  });
  switch (type.kind) {
    case "named":
      return { ...type, name: rename(type.name) };
    case "array":
      return { ...type, items: value(type.items) };
    case "map":
      return { ...type, values: value(type.values) };
    case "union":
      return { ...type, anyOf: type.anyOf.map(value) };
    case "object":
      return { ...type, properties: type.properties.map(value) };
    default:
      return type;
  }
}
