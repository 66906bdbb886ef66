import type { JsonSchema } from "../../plan/property-type.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { eventSchema } from "./event-schema.js";
import { valueSchema } from "./kinds.js";
import type { JsonSchemaOptions } from "./options.js";
import type { SchemaContext } from "./schema-context.js";

/** A schema and what it refers to: definitions by name, and raw shapes that became definitions. */
export interface Part {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly used: ReadonlySet<string>;
  readonly hoisted: ReadonlyMap<string, JsonSchema>;
}

/** The name and schema of what stands in for a hashed value. */
export const hashedName = "$hashed";

/** What arrives of a hashed value: the key's id, then at least 128 bits of the keyed hash. */
export const hashedSchema: JsonSchema = {
  description: "A keyed hash, `h1_<key id>_<base64url>`: the value itself never leaves.",
  type: "string",
  pattern: "^h1_[A-Za-z0-9-]{1,32}_[A-Za-z0-9_-]{22,86}$",
};

/** A part for each event name, in the plan's order. */
export function eventParts(plan: ResolvedPlan, options: JsonSchemaOptions): readonly Part[] {
  const byName = new Map<string, Event[]>();
  for (const event of plan.events) {
    const known = byName.get(event.name);
    if (known === undefined) byName.set(event.name, [event]);
    else known.push(event);
  }
  const types = new Map(plan.types.map((type) => [type.name, type]));
  return [...byName].map(([name, events]) =>
    part(name, types, options, (context) => eventSchema(plan, events, options, context)),
  );
}

/** A part for each named type. */
export function typeParts(plan: ResolvedPlan, options: JsonSchemaOptions): readonly Part[] {
  const types = new Map(plan.types.map((type) => [type.name, type]));
  return plan.types.map((type) =>
    part(type.name, types, options, (context) => valueSchema(type, context, type.name)),
  );
}

function part(
  name: string,
  types: SchemaContext["types"],
  { annotations }: JsonSchemaOptions,
  describe: (context: SchemaContext) => JsonSchema,
): Part {
  const context: SchemaContext = { types, annotations, used: new Set(), hoisted: new Map() };
  return { name, schema: describe(context), used: context.used, hoisted: context.hoisted };
}

/** The definitions that a part needs, those of its named types included, in a stable order. */
export function definitionsOf(
  of: Part,
  types: ReadonlyMap<string, Part>,
): Readonly<Record<string, JsonSchema>> {
  const found = new Map<string, JsonSchema>(of.hoisted);
  const add = ({ used, hoisted }: Part): void => {
    for (const [name, schema] of hoisted) found.set(name, schema);
    for (const name of used) {
      const type = types.get(name);
      if (name === hashedName) found.set(name, hashedSchema);
      else if (type !== undefined && !found.has(name)) {
        found.set(name, type.schema);
        add(type);
      }
    }
  };
  add(of);
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
