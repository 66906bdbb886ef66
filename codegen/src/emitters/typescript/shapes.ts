import type { JsonSchema, Property, PropertyType } from "../../plan/property-type.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { wordsOf } from "../../plan/words-of.js";
import { kebabCase, pascalCase } from "../../print/names.js";

/** A raw JSON Schema of the plan under the name its type gets. */
export interface Shape {
  readonly name: string;
  readonly file: string;
  readonly schema: JsonSchema;
}

/** Every raw JSON Schema of a plan; each has a file and a type of its own. */
export class Shapes {
  readonly #shapes = new Map<JsonSchema, Shape>();

  constructor(plan: ResolvedPlan) {
    for (const { name, type } of plan.types) this.#visit(type, wordsOf(name));
    for (const property of plan.properties) this.#visit(property.type, wordsOf(property.name));
    for (const event of plan.events) this.#event(event);
    const traits = [
      ...plan.person.traits,
      ...plan.superProperties,
      ...plan.groups.flatMap((group) => group.traits),
    ];
    for (const property of traits) this.#visit(property.type, wordsOf(property.name));
  }

  /** All of them, by name. */
  get all(): readonly Shape[] {
    return [...this.#shapes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The name of a schema's type. */
  nameOf(schema: JsonSchema): string {
    return this.#shapes.get(schema)?.name ?? "unknown";
  }

  #event({ words, properties }: Event): void {
    for (const property of properties)
      this.#visit(property.type, [...words, ...wordsOf(property.name)]);
  }

  #visit(type: PropertyType, words: readonly string[]): void {
    switch (type.kind) {
      case "json_schema":
        if (!this.#shapes.has(type.schema))
          this.#shapes.set(type.schema, this.#shape(type.schema, words));
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
        type.properties.forEach((property: Property) => {
          this.#visit(property.type, [...words, ...wordsOf(property.name)]);
        });
    }
  }

  #shape(schema: JsonSchema, words: readonly string[]): Shape {
    const name = `${pascalCase(words)}Shape`;
    return { name, file: `shapes/${kebabCase(words)}`, schema };
  }
}
