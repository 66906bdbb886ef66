import { perEvent } from "../../plan/per-event.js";
import type { JsonSchema } from "../../plan/property-type.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { header } from "../../print/header.js";
import { type Definition, definition, documentText, schemaText } from "./document-text.js";
import { eventSchema } from "./event-schema.js";
import { valueSchema } from "./kinds.js";
import type { JsonSchemaOptions } from "./options.js";
import type { SchemaContext } from "./schema-context.js";
import { eventPath, schemaId } from "./schema-id.js";

/** A schema's text, as a definition, and what it refers to. */
export interface Part {
  readonly name: string;
  readonly text: string;
  readonly definition: Definition;
  /** Names of the definitions that it needs. */
  readonly used: ReadonlySet<string>;
  /** Raw shapes that became definitions. */
  readonly hoisted: readonly Definition[];
}

/** An event's part, and the file that it is in by itself. */
export interface EventPart extends Part {
  readonly path: string;
  readonly document: string;
}

/** What arrives of a hashed value: the key's id, then at least 128 bits of the keyed hash. */
export const hashed: Definition = definition(
  "$hashed",
  schemaText({
    description: "A keyed hash, `h1_<key id>_<base64url>`: the value itself never leaves.",
    type: "string",
    pattern: "^h1_[A-Za-z0-9-]{1,32}_[A-Za-z0-9_-]{22,86}$",
  }),
);

/** A part for each event name, in the plan's order. */
export function eventParts(
  plan: ResolvedPlan,
  options: JsonSchemaOptions,
  typeParts: readonly Part[],
): readonly EventPart[] {
  const byName = new Map<string, Event[]>();
  for (const event of plan.events) {
    const known = byName.get(event.name);
    if (known === undefined) byName.set(event.name, [event]);
    else known.push(event);
  }
  const types = new Map(plan.types.map((type) => [type.name, type]));
  const partsOfTypes = new Map(typeParts.map((type) => [type.name, type]));
  const variant = JSON.stringify(options);
  return [...byName].map(([name, events]) => {
    const make = (): EventPart => {
      const describe = (context: SchemaContext) => eventSchema(plan, events, options, context);
      const made = part(name, types, options, describe);
      const path = eventPath(name);
      const definitions = definitionsOf(made, partsOfTypes);
      const document = documentText(head(plan, options, path), made.text, definitions);
      return { ...made, path, document };
    };
    const [event, another] = events;
    return event === undefined || another !== undefined
      ? make()
      : remembered(event, plan, variant, make);
  });
}

const remembered = perEvent<EventPart>((plan) => [
  plan.name,
  plan.docs,
  plan.origin.file,
  plan.context,
  plan.superProperties,
  plan.types,
]);

/** What every document begins with. */
export function head(plan: ResolvedPlan, options: JsonSchemaOptions, path: string): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaId(plan, options, path),
    $comment: header(plan.origin.file),
  };
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
  const text = schemaText(describe(context));
  const hoisted = [...context.hoisted].map(([path, raw]) => definition(path, schemaText(raw)));
  return { name, text, definition: definition(name, text), used: context.used, hoisted };
}

/** The definitions that a part needs, those of its named types included, by name. */
function definitionsOf(of: Part, types: ReadonlyMap<string, Part>): readonly Definition[] {
  const found = new Map<string, Definition>();
  const add = ({ used, hoisted }: Part): void => {
    for (const it of hoisted) found.set(it[0], it);
    for (const name of used) {
      const type = types.get(name);
      if (name === hashed[0]) found.set(name, hashed);
      else if (type !== undefined && !found.has(name)) {
        found.set(name, type.definition);
        add(type);
      }
    }
  };
  add(of);
  return [...found.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}
