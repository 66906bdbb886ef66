import type { PropertySpec } from "../language/kinds/index.js";
import type { Collected, Definition } from "./collect.js";
import type { SchemaReader } from "./json-schema-files.js";
import { Once } from "./once.js";
import type { Origin } from "./origin.js";
import type { Property } from "./property-type.js";
import type { Report } from "./report.js";
import { resolveProperties } from "./resolve-properties.js";
import { resolveProperty } from "./resolve-property.js";
import type { NamedTypeDefinition } from "./resolved-plan.js";
import { expectUsableName } from "./usable-name.js";
import type { Vocabulary } from "./vocabulary.js";

/** A property group with its properties, its own and those of the groups it includes. */
export interface ResolvedGroup {
  readonly name: string;
  readonly description: string;
  readonly properties: readonly Property[];
  readonly origin: Origin;
}

/** What another plan offers to the one that imports it. */
export interface ImportedDefinitions {
  readonly properties: ReadonlyMap<string, Property>;
  readonly groups: ReadonlyMap<string, ResolvedGroup>;
  readonly types: ReadonlyMap<string, NamedTypeDefinition>;
}

/** What a property's definition may need from the plan around it. */
export interface PlanScope {
  readonly definitions: Definitions;
  readonly vocabulary: Vocabulary;
  readonly files: SchemaReader;
  readonly report: Report;
  /** Whether a property that does not say is required. */
  readonly requiredByDefault: boolean;
}

type Section = "property" | "type" | "group";

/** Shared properties, types and property groups; each is resolved when it is first asked for. */
export class Definitions {
  readonly scope: PlanScope;
  readonly #imports: ImportedDefinitions;
  readonly #written: { [Kind in Section]: ReadonlyMap<string, Definition<unknown>> };
  readonly #properties = new Map<string, Property | null>();
  readonly #types = new Map<string, NamedTypeDefinition | null>();
  readonly #groups = new Map<string, ResolvedGroup | null>();
  readonly #once: Once;

  constructor(
    collected: Collected,
    imports: ImportedDefinitions,
    scope: Omit<PlanScope, "definitions" | "requiredByDefault">,
  ) {
    const requiredByDefault = collected.root.value.defaults?.required === "always";
    this.scope = { ...scope, definitions: this, requiredByDefault };
    this.#imports = imports;
    this.#once = new Once(scope.report);
    this.#written = {
      property: byName(collected.properties),
      type: byName(collected.types),
      group: byName(collected.propertyGroups),
    };
    for (const { name, span } of collected.types)
      expectUsableName(name, "type", span, scope.report);
    for (const { name, span } of collected.propertyGroups)
      expectUsableName(name, "property group", span, scope.report);
    for (const name of this.#written.property.keys()) this.property(name);
    for (const name of this.#written.type.keys()) this.type(name);
    for (const name of this.#written.group.keys()) this.group(name);
  }

  /** Every shared property of this plan that could be resolved. */
  get properties(): readonly Property[] {
    return [...this.#properties.values()].filter((it) => it !== null);
  }

  /** Every named type, imported ones included. */
  get types(): readonly NamedTypeDefinition[] {
    return [...this.#types.values(), ...this.#imports.types.values()].filter((it) => it !== null);
  }

  /** Every property group of this plan that could be resolved. */
  get groups(): readonly ResolvedGroup[] {
    return [...this.#groups.values()].filter((it) => it !== null);
  }

  /** What a plan that imports this one may use. */
  offer(): ImportedDefinitions {
    const named = <It extends { readonly name: string }>(list: readonly It[]) =>
      new Map(list.map((it) => [it.name, it]));
    return {
      properties: named(this.properties),
      groups: named(this.groups),
      types: named(this.types),
    };
  }

  /** Every name of a kind that this plan may use. */
  names(kind: Section): readonly string[] {
    const imported = { property: "properties", type: "types", group: "groups" } as const;
    return [...this.#written[kind].keys(), ...this.#imports[imported[kind]].keys()];
  }

  /** Whether this plan writes such a definition, be it broken or not. */
  writes(kind: Section, name: string): boolean {
    return this.#written[kind].has(name);
  }

  /** The shared property of a name, or null (a finding was made, or will be by the caller). */
  property(name: string): Property | null {
    return (
      this.#imports.properties.get(name) ??
      this.#once.resolve(
        this.#written.property.get(name),
        "property",
        this.#properties,
        (definition) => this.#shared(definition),
      )
    );
  }

  /** The named type of a name, or null. */
  type(name: string): NamedTypeDefinition | null {
    return (
      this.#imports.types.get(name) ??
      this.#once.resolve(this.#written.type.get(name), "type", this.#types, (definition) => {
        const property = this.#shared(definition);
        if (property === null) return null;
        const { type, nullable, description, pii } = property;
        return { name, type, nullable, description, pii, origin: definition.origin };
      })
    );
  }

  /** The named type of a name where it is resolved already, or null. */
  knownType(name: string): NamedTypeDefinition | null {
    return this.#imports.types.get(name) ?? this.#types.get(name) ?? null;
  }

  /** The property group of a name, or null. */
  group(name: string): ResolvedGroup | null {
    return (
      this.#imports.groups.get(name) ??
      this.#once.resolve(this.#written.group.get(name), "group", this.#groups, (definition) => {
        const { value, file, origin } = definition as Collected["propertyGroups"][number];
        const lineage = [{ kind: "property_group", name, origin }] as const;
        const writing = { owner: value.properties, located: file.located, lineage };
        const properties = resolveProperties(value, writing, this.scope);
        return { name, description: value.description, properties, origin };
      })
    );
  }

  #shared(definition: Definition<unknown>): Property | null {
    const { section, file, name } = definition;
    const writing = { owner: section, located: file.located, lineage: [] };
    return resolveProperty(name, definition.value as PropertySpec, writing, this.scope, true);
  }
}

function byName(
  definitions: readonly Definition<unknown>[],
): ReadonlyMap<string, Definition<unknown>> {
  return new Map(definitions.map((definition) => [definition.name, definition]));
}
