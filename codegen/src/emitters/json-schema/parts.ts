import { perEvent } from "../../plan/per-event.js";
import type { JsonSchema } from "../../plan/property-type.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { schemaText } from "./document-text.js";
import { eventSchema } from "./event-schema.js";
import { valueSchema } from "./kinds.js";
import type { JsonSchemaOptions } from "./options.js";
import type { SchemaContext } from "./schema-context.js";

/** A schema's text and what it refers to: definitions by name, and raw shapes that became definitions. */
export interface Part {
  readonly name: string;
  readonly text: string;
  readonly used: ReadonlySet<string>;
  readonly hoisted: readonly Definition[];
}

/** A definition's name and text. */
export type Definition = readonly [name: string, text: string];

/** What arrives of a hashed value: the key's id, then at least 128 bits of the keyed hash. */
export const hashed: Definition = [
  "$hashed",
  schemaText({
    description: "A keyed hash, `h1_<key id>_<base64url>`: the value itself never leaves.",
    type: "string",
    pattern: "^h1_[A-Za-z0-9-]{1,32}_[A-Za-z0-9_-]{22,86}$",
  }),
];

/** A part for each event name, in the plan's order. */
export function eventParts(plan: ResolvedPlan, options: JsonSchemaOptions): readonly Part[] {
  const byName = new Map<string, Event[]>();
  for (const event of plan.events) {
    const known = byName.get(event.name);
    if (known === undefined) byName.set(event.name, [event]);
    else known.push(event);
  }
  const types = new Map(plan.types.map((type) => [type.name, type]));
  const variant = JSON.stringify(options);
  return [...byName].map(([name, events]) => {
    const make = () =>
      part(name, types, options, (context) => eventSchema(plan, events, options, context));
    const [event, another] = events;
    return event === undefined || another !== undefined
      ? make()
      : remembered(event, plan, variant, make);
  });
}

const remembered = perEvent<Part>();

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
  const text = schemaText(describe(context));
  const hoisted = [...context.hoisted].map(([path, raw]) => [path, schemaText(raw)] as const);
  return { name, text, used: context.used, hoisted };
}

/** The definitions that a part needs, those of its named types included, by name. */
export function definitionsOf(of: Part, types: ReadonlyMap<string, Part>): readonly Definition[] {
  const found = new Map<string, string>();
  const add = ({ used, hoisted }: Part): void => {
    for (const [name, text] of hoisted) found.set(name, text);
    for (const name of used) {
      const type = types.get(name);
      if (name === hashed[0]) found.set(...hashed);
      else if (type !== undefined && !found.has(name)) {
        found.set(name, type.text);
        add(type);
      }
    }
  };
  add(of);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
