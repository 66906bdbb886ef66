import { fileName } from "../../plan/file-name.js";
import type { Ancestor, JsonSchemaType, Property, PropertyType } from "../../plan/property-type.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { wordsOf } from "../../plan/words-of.js";
import { kebabCase, pascalCase } from "../../print/names.js";

/** A raw JSON Schema of the plan under the name its type gets. */
export interface Shape {
  readonly name: string;
  /** The path of its file without the ending. */
  readonly file: string;
  readonly schema: JsonSchemaType["schema"];
}

/** Every raw JSON Schema of a plan; each has a file and a type of its own, named after where it is written. */
export class Shapes {
  readonly #shapes = new Map<JsonSchemaType, Shape>();
  readonly #byFile = new Map<string, Shape>();
  readonly #seen = new Set<PropertyType>();

  constructor(plan: ResolvedPlan) {
    for (const { name, type } of plan.types) this.#visit(type, wordsOf(name));
    for (const property of plan.properties) this.#property(property, []);
    const { person, superProperties, groups } = plan;
    for (const property of [...person.traits, ...superProperties]) this.#property(property, []);
    for (const group of groups)
      for (const property of group.traits) this.#property(property, wordsOf(group.name));
    for (const event of plan.events)
      for (const property of event.properties) this.#property(property, wordsOfWriter(event));
  }

  /** All of them, by name. */
  get all(): readonly Shape[] {
    return [...this.#byFile.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The shape of a raw type; null for one that is nowhere in the plan. */
  of(type: JsonSchemaType): Shape | null {
    return this.#shapes.get(type) ?? null;
  }

  /** The names of the shapes in an event's properties: they depend on the rest of the plan. */
  namesIn({ properties }: Event): string {
    if (this.#shapes.size === 0) return "";
    const names: string[] = [];
    const visit = (type: PropertyType): void => {
      if (type.kind === "json_schema") names.push(this.of(type)?.name ?? "");
      else if (type.kind === "array") visit(type.items.type);
      else if (type.kind === "map") visit(type.values.type);
      else if (type.kind === "union") for (const branch of type.anyOf) visit(branch.type);
      else if (type.kind === "object") for (const property of type.properties) visit(property.type);
    };
    for (const { type } of properties) visit(type);
    return names.join(" ");
  }

  #property(property: Property, owner: readonly string[]): void {
    const { kind } = property.type;
    const isPlain = kind !== "json_schema" && kind !== "object" && kind !== "union";
    if (isPlain && kind !== "array" && kind !== "map") return;
    const [first] = property.lineage;
    const words = first === undefined ? owner : wordsOfAncestor(first, owner);
    const isShared = first?.kind === "property";
    this.#visit(property.type, isShared ? words : [...words, ...wordsOf(property.name)]);
  }

  #visit(type: PropertyType, words: readonly string[]): void {
    if (this.#seen.has(type)) return;
    this.#seen.add(type);
    switch (type.kind) {
      case "json_schema":
        this.#shapes.set(type, this.#shape(type.schema, words));
        break;
      case "array":
        this.#visit(type.items.type, [...words, "item"]);
        break;
      case "map":
        this.#visit(type.values.type, [...words, "value"]);
        break;
      case "union":
        for (const [index, branch] of type.anyOf.entries())
          this.#visit(branch.type, [...words, `option${index + 1}`]);
        break;
      case "object":
        for (const property of type.properties) this.#property(property, words);
    }
  }

  /** The shape of these words; another schema that has them already gets a number. */
  #shape(schema: Shape["schema"], words: readonly string[]): Shape {
    for (let count = 1; ; count++) {
      const numbered = count === 1 ? words : [...words, String(count)];
      const file = `shapes/${fileName(kebabCase(numbered))}`;
      const known = this.#byFile.get(file);
      if (known === undefined) {
        const shape = { name: `${pascalCase(numbered)}Shape`, file, schema };
        this.#byFile.set(file, shape);
        return shape;
      }
      if (JSON.stringify(known.schema) === JSON.stringify(schema)) return known;
    }
  }
}

/** The words of what wrote an event: its template, where one did. */
function wordsOfWriter({ lineage, words }: Event): readonly string[] {
  const template = lineage.find(({ kind }) => kind === "template");
  return template === undefined ? words : wordsOf(template.name);
}

function wordsOfAncestor({ kind, name }: Ancestor, owner: readonly string[]): readonly string[] {
  return kind === "property" || kind === "property_group" ? wordsOf(name) : owner;
}
