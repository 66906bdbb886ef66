import type { PropertySpec, ReferenceSpec, TypedSpec } from "../language/kinds/index.js";
import type { Located } from "../language/source.js";
import type { Span } from "../language/span.js";
import type { Collected, Definition } from "./collect.js";
import { inlineJsonSchema, type SchemaReader } from "./json-schema-files.js";
import type { Origin } from "./origin.js";
import type { Ancestor, Property, PropertyType, PropertyValue } from "./property-type.js";
import { type Refinement, refinePii, refineType, weakens } from "./refine.js";
import type { Report } from "./report.js";
import { resolveConditions } from "./resolve-conditions.js";
import { resolveDeprecation } from "./resolve-deprecation.js";
import { resolvePii } from "./resolve-pii.js";
import { resolveType, type TypeScope } from "./resolve-type.js";
import type { NamedTypeDefinition } from "./resolved-plan.js";
import { expectWord, type Vocabulary } from "./vocabulary.js";

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

/** Where a property is written: its section, the file's places, and what it came through. */
export interface Writing {
  readonly owner: object;
  readonly located: Located;
  readonly lineage: readonly Ancestor[];
}

/** Shared properties, types and property groups; each is resolved when it is first asked for. */
export class Definitions {
  readonly #report: Report;
  readonly #vocabulary: Vocabulary;
  readonly #imports: ImportedDefinitions;
  readonly #files: SchemaReader;
  readonly #required: "always" | "optional";
  readonly #written: { [Kind in Section]: ReadonlyMap<string, Definition<unknown>> };
  readonly #properties = new Map<string, Property | null>();
  readonly #types = new Map<string, NamedTypeDefinition | null>();
  readonly #groups = new Map<string, ResolvedGroup | null>();
  /** What is being resolved right now; meeting one of these again is a cycle. */
  readonly #open: string[] = [];

  constructor(
    collected: Collected,
    vocabulary: Vocabulary,
    imports: ImportedDefinitions,
    files: SchemaReader,
    report: Report,
  ) {
    this.#report = report;
    this.#vocabulary = vocabulary;
    this.#imports = imports;
    this.#files = files;
    this.#required = collected.root.value.defaults?.required === "always" ? "always" : "optional";
    this.#written = {
      property: byName(collected.properties),
      type: byName(collected.types),
      group: byName(collected.propertyGroups),
    };
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

  /** The shared property of a name, or null (a finding was made, or will be by the caller). */
  property(name: string): Property | null {
    return (
      this.#imports.properties.get(name) ??
      this.#once("property", name, this.#properties, (definition) =>
        this.#one(
          name,
          definition.value as PropertySpec,
          { ...writingOf(definition), lineage: [] },
          true,
        ),
      )
    );
  }

  /** The named type of a name, or null. */
  type(name: string): NamedTypeDefinition | null {
    return (
      this.#imports.types.get(name) ??
      this.#once("type", name, this.#types, (definition) => {
        const property = this.#one(
          name,
          definition.value as PropertySpec,
          { ...writingOf(definition), lineage: [] },
          true,
        );
        if (property === null) return null;
        const { type, nullable, description, pii } = property;
        return { name, type, nullable, description, pii, origin: definition.origin };
      })
    );
  }

  /** The property group of a name, or null. */
  group(name: string): ResolvedGroup | null {
    return (
      this.#imports.groups.get(name) ??
      this.#once("group", name, this.#groups, (definition) => {
        const written = definition as Collected["propertyGroups"][number];
        const { origin } = definition;
        const properties = this.resolve(
          written.value.properties,
          written.value.include,
          {
            ...writingOf(definition),
            owner: written.value.properties,
            lineage: [{ kind: "property_group", name, origin }],
          },
          written.value,
        );
        return { name, description: written.value.description, properties, origin };
      })
    );
  }

  /**
   * The properties of an event, group or object: those of the included groups, refined or joined by
   * its own. `includer` is the object whose `include:` is meant, for pointing.
   */
  resolve(
    own: Record<string, PropertySpec> | undefined,
    include: readonly string[] | undefined,
    writing: Writing,
    includer: object,
  ): readonly Property[] {
    const properties = new Map<string, Property>();
    for (const [index, name] of (include ?? []).entries()) {
      const span = writing.located.keySpan(include ?? includer, index);
      for (const property of this.#included(name, span))
        this.#join(properties, property, name, span);
    }
    for (const [name, spec] of Object.entries(own ?? {})) {
      const base = properties.get(name);
      const property =
        base === undefined
          ? this.#one(name, spec, writing, false)
          : this.#override(base, spec, writing);
      if (property !== null) properties.set(name, property);
    }
    return [...properties.values()];
  }

  /** Adds properties to those a shared event has already; a property it has may only be tightened. */
  extend(
    base: readonly Property[],
    own: Record<string, PropertySpec> | undefined,
    include: readonly string[] | undefined,
    writing: Writing,
    includer: object,
  ): readonly Property[] {
    const known = new Map(base.map((property) => [property.name, property]));
    const refined = Object.entries(own ?? {}).filter(([name]) => known.has(name));
    const added = Object.fromEntries(
      Object.entries(own ?? {}).filter(([name]) => !known.has(name)),
    );
    for (const [name, spec] of refined) {
      const property = known.get(name);
      const tightened = property === undefined ? null : this.#override(property, spec, writing);
      if (tightened !== null) known.set(name, tightened);
    }
    for (const property of this.resolve(
      added,
      include,
      { ...writing, owner: writing.owner },
      includer,
    )) {
      if (!known.has(property.name)) known.set(property.name, property);
    }
    return [...known.values()];
  }

  #included(name: string, span: Span): readonly Property[] {
    const group = this.group(name);
    if (group !== null) return group.properties;
    if (!this.#written.group.has(name)) {
      const words = [...this.#written.group.keys(), ...this.#imports.groups.keys()];
      expectWord(name, words, span, this.#report, {
        code: "ref-unknown",
        what: "property group",
        where: "`property_groups:`",
      });
    }
    return [];
  }

  #join(properties: Map<string, Property>, property: Property, group: string, span: Span): void {
    const other = properties.get(property.name);
    if (other === undefined) properties.set(property.name, property);
    else if (JSON.stringify(other.type) !== JSON.stringify(property.type)) {
      this.#report.add(
        "group-conflict",
        span,
        `"${group}" brings a "${property.name}" that differs from one that is there already.`,
        {
          help: "Give one of the two another name, or define the property once under `properties:`.",
          related: [this.#report.related("the other one", other.origin)],
        },
      );
    } else if (property.required && !other.required) properties.set(property.name, property);
  }

  /** A property that stands in an event again after a group or shared event brought it. */
  #override(base: Property, spec: PropertySpec, writing: Writing): Property | null {
    if (typeof spec === "object" && spec.type !== undefined) {
      const own = this.#one(base.name, spec, writing, false);
      if (own === null || JSON.stringify(own.type) === JSON.stringify(base.type)) return own;
      const span = writing.located.keySpan(writing.owner, base.name);
      this.#report.add(
        "override-weakens-base",
        span,
        `"${base.name}" is defined already, by ${parent(base)}.`,
        {
          help: "Refine it without `type`, or give this property another name.",
          related: [this.#report.related("defined here", base.origin)],
        },
      );
      return base;
    }
    return this.#refined(base, spec, writing, base.name, base.lineage);
  }

  /** A property from its spec: written out, or a shared one, perhaps refined. */
  #one(name: string, spec: PropertySpec, writing: Writing, isShared: boolean): Property | null {
    if (typeof spec === "object" && spec.type !== undefined)
      return this.#typed(name, spec, writing, isShared);
    const refersTo = typeof spec === "object" ? (spec.ref ?? name) : name;
    const base = isShared && refersTo === name ? null : this.property(refersTo);
    if (base === null) {
      this.#unknownProperty(name, refersTo, spec, writing, isShared);
      return null;
    }
    const lineage: readonly Ancestor[] = [
      ...writing.lineage,
      { kind: "property", name: refersTo, origin: base.origin },
    ];
    return this.#refined(base, spec, writing, name, lineage);
  }

  #unknownProperty(
    name: string,
    refersTo: string,
    spec: PropertySpec,
    { located, owner }: Writing,
    isShared: boolean,
  ): void {
    const written = this.#written.property;
    if (written.has(refersTo) && !(isShared && refersTo === name)) return;
    const isNamed = typeof spec === "object" && spec.type === undefined && spec.ref !== undefined;
    const span = isNamed ? located.valueSpan(spec, "ref") : located.keySpan(owner, name);
    if (isShared && refersTo === name) {
      this.#report.add("missing-key", span, `"${name}" has no \`type\`.`, {
        help: "Say what it is, such as `type: string`.",
      });
      return;
    }
    expectWord(
      refersTo,
      [...written.keys(), ...this.#imports.properties.keys()],
      span,
      this.#report,
      {
        code: "ref-unknown",
        what: "shared property",
        where: "`properties:`, or give it a `type`",
      },
    );
  }

  #typed(name: string, spec: TypedSpec, writing: Writing, isShared: boolean): Property {
    const { located, owner, lineage } = writing;
    const requirement = spec.required ?? (isShared ? "optional" : this.#required);
    const origin = this.#report.origin(located.keySpan(owner, name));
    return {
      name,
      type: resolveType(spec, this.#scope(writing)),
      nullable: spec.nullable ?? false,
      description: spec.description ?? null,
      pii: resolvePii(spec.pii, spec, located, this.#vocabulary, this.#report) ?? null,
      required: requirement === "always",
      when: typeof requirement === "object" ? resolveConditions(requirement.when) : null,
      examples: (spec.examples ?? []) as Property["examples"],
      deprecated: resolveDeprecation(spec.deprecated),
      tags: spec.tags ?? [],
      origin,
      lineage,
    };
  }

  #refined(
    base: Property,
    spec: "always" | "optional" | ReferenceSpec,
    writing: Writing,
    name: string,
    lineage: readonly Ancestor[],
  ): Property {
    const { located, owner } = writing;
    const own: ReferenceSpec = typeof spec === "string" ? { required: spec } : spec;
    const origin = this.#report.origin(located.keySpan(owner, name));
    const refinement: Refinement = {
      name: base.name,
      spec: own,
      report: this.#report,
      span: (key) =>
        typeof spec === "string" ? located.valueSpan(owner, name) : located.valueSpan(spec, key),
    };
    if (own.nullable === true && !base.nullable)
      weakens(refinement, "nullable", "null is no value of it");
    if (own.required === "optional" && base.required)
      weakens(refinement, "required", "it is always required");
    const { required = base.required ? "always" : undefined } = own;
    return {
      ...base,
      name,
      type: refineType(base.type, refinement),
      nullable: own.nullable === false ? false : base.nullable,
      description: own.description ?? base.description,
      pii: refinePii(
        base.pii,
        resolvePii(own.pii, own, located, this.#vocabulary, this.#report),
        refinement,
      ),
      required: required === undefined ? this.#required === "always" : required === "always",
      when:
        typeof required === "object"
          ? resolveConditions(required.when)
          : required === undefined
            ? base.when
            : null,
      examples: own.examples === undefined ? base.examples : (own.examples as Property["examples"]),
      deprecated: resolveDeprecation(own.deprecated) ?? base.deprecated,
      tags: [...new Set([...base.tags, ...(own.tags ?? [])])],
      origin,
      lineage,
    };
  }

  #scope(writing: Writing): TypeScope {
    const { located } = writing;
    return {
      value: (spec, key, owner) => this.#value(spec, key, owner, writing),
      object: (properties) => ({
        kind: "object",
        properties: inOrder(
          this.resolve(
            properties,
            undefined,
            { located, owner: properties, lineage: [] },
            properties,
          ),
        ),
      }),
      named: (name, owner) => this.#namedType(name, located.valueSpan(owner, "name")),
      jsonSchema: (schema, owner) =>
        inlineJsonSchema(schema, owner, located, this.#files, this.#report),
      report: (code, span, message) => this.#report.add(code, span, message),
      span: (owner, key) => located.valueSpan(owner, key),
    };
  }

  #value(spec: PropertySpec, key: string | number, owner: object, writing: Writing): PropertyValue {
    const named = this.#one(String(key), spec, { ...writing, owner, lineage: [] }, false);
    if (named === null)
      return { type: { kind: "boolean" }, nullable: false, description: null, pii: null };
    const { type, nullable, description, pii } = named;
    return { type, nullable, description, pii };
  }

  #namedType(name: string, span: Span): string | null {
    if (this.type(name) !== null) return name;
    if (this.#written.type.has(name)) return null;
    const words = [...this.#written.type.keys(), ...this.#imports.types.keys()];
    expectWord(name, words, span, this.#report, {
      code: "ref-unknown",
      what: "type",
      where: "`types:`",
    });
    return null;
  }

  /** Resolves a definition the first time, and finds circles. */
  #once<Resolved>(
    kind: Section,
    name: string,
    done: Map<string, Resolved | null>,
    resolve: (definition: Definition<unknown>) => Resolved | null,
  ): Resolved | null {
    const known = done.get(name);
    if (known !== undefined) return known;
    const definition = this.#written[kind].get(name);
    if (definition === undefined) return null;
    const key = `${kind} ${name}`;
    if (this.#open.includes(key)) {
      const way = [...this.#open.slice(this.#open.indexOf(key)), key].map((it) =>
        it.replace(/^\w+ /, ""),
      );
      this.#report.add(
        "reference-cycle",
        definition.span,
        `"${name}" leads back to itself: ${way.join(" → ")}.`,
        {
          help: "Take one of the references out.",
        },
      );
      return null;
    }
    this.#open.push(key);
    const resolved = resolve(definition);
    this.#open.pop();
    done.set(name, resolved);
    return resolved;
  }
}

type Section = "property" | "type" | "group";

/** Required first, then conditional, then optional; by name within each. */
export function inOrder(properties: readonly Property[]): readonly Property[] {
  const rank = (property: Property): number =>
    property.required ? 0 : property.when !== null ? 1 : 2;
  return [...properties].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function byName(
  definitions: readonly Definition<unknown>[],
): ReadonlyMap<string, Definition<unknown>> {
  return new Map(definitions.map((definition) => [definition.name, definition]));
}

/** Where a top-level definition is written: its owner is the section that holds it. */
function writingOf(definition: Definition<unknown>): Pick<Writing, "owner" | "located"> {
  const { file, name } = definition;
  const sections = [file.value.properties, file.value.types, file.value.property_groups];
  const owner = sections.find(
    (section) => section !== undefined && section[name] === definition.value,
  );
  return { owner: owner ?? file.value, located: file.located };
}

function parent(property: Property): string {
  const [first] = property.lineage;
  return first === undefined ? "the event" : `"${first.name}"`;
}

export type { PropertyType };
