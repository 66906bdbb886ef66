import { arrivesWhole } from "../../plan/arrival.js";
import type { Condition, JsonSchema, Property } from "../../plan/property-type.js";
import { valueSchema } from "./kinds.js";
import type { SchemaContext } from "./schema-context.js";

/** A closed object of these properties; what is required under a condition stands in an if/then. */
export function objectSchema(
  properties: readonly Property[],
  context: SchemaContext,
  path: string,
): JsonSchema {
  const required = properties.filter((it) => it.required).map((it) => it.name);
  const conditions = conditional(properties);
  return {
    type: "object",
    properties: Object.fromEntries(
      properties.map((it) => [it.name, propertySchema(it, context, `${path}/${it.name}`)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
  };
}

function propertySchema(property: Property, context: SchemaContext, path: string): JsonSchema {
  const { examples, deprecated } = property;
  return {
    ...valueSchema(property, context, path),
    ...(examples.length > 0 && arrivesWhole(property, context.types) ? { examples } : {}),
    ...(deprecated === null ? {} : { deprecated: true }),
    ...(deprecated !== null && deprecated.replacedBy !== null && context.annotations
      ? { "x-replaced-by": deprecated.replacedBy }
      : {}),
  };
}

/** One if/then for each condition, with all that it requires. */
function conditional(properties: readonly Property[]): readonly JsonSchema[] {
  const cases = new Map<string, { when: readonly Condition[]; required: string[] }>();
  for (const { name, when } of properties) {
    if (when === null) continue;
    const key = JSON.stringify(when);
    const known = cases.get(key);
    if (known === undefined) cases.set(key, { when, required: [name] });
    else known.required.push(name);
  }
  return [...cases.values()].map(({ when, required }) => ({
    if: test(when),
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword, in data nobody awaits.
    then: { properties: Object.fromEntries(required.map((name) => [name, true])), required },
  }));
}

/** A schema that an object passes where all conditions hold; `false` stands for a property that is absent. */
function test(when: readonly Condition[]): JsonSchema {
  const required = when.filter((it) => it.kind === "values" || it.present);
  return {
    properties: Object.fromEntries(when.map((it) => [it.property, holds(it)])),
    ...(required.length === 0 ? {} : { required: required.map((it) => it.property) }),
  };
}

function holds(condition: Condition): JsonSchema | boolean {
  return condition.kind === "presence" ? condition.present : oneOf(condition.values);
}

function oneOf(values: readonly (string | number | boolean)[]): JsonSchema {
  const [only] = values;
  return values.length === 1 && only !== undefined ? { const: only } : { enum: values };
}
