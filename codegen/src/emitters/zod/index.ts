import type { Emitter } from "../../emitter.js";
import { fateOf, type NamedTypes } from "../../plan/arrival.js";
import type { Property } from "../../plan/property-type.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { wordsOf } from "../../plan/words-of.js";
import { docComment } from "../../print/doc-comment.js";
import { header } from "../../print/header.js";
import { Lines } from "../../print/lines.js";
import { isIdentifier, stringLiteral } from "../../print/names.js";
import { checksText } from "./checks-text.js";
import { addEventSchema } from "./event-schema.js";
import { schemaName, valueText } from "./kinds.js";
import { inOrderOfUse } from "./named-types.js";
import { addMembers } from "./object-text.js";
import { type ZodOptions, zodOptions } from "./options.js";

/** zod schemas of each event's properties as they arrive, for tests and servers. */
export const zodEmitter: Emitter<ZodOptions> = {
  name: "zod",
  description: "zod schemas of every event as it arrives, for tests and servers.",
  options: zodOptions,
  emit(plan, options) {
    const types = new Map(plan.types.map((type) => [type.name, type]));
    const shared = options.context ? sharedFields(plan, types) : [];
    const names = groupByName(plan.events);
    const lines = new Lines();
    lines.add(
      `// ${header(plan.origin.file)}`,
      `import { z } from ${stringLiteral(options.module)};`,
    );
    addContext(lines, shared, types);
    addTypes(lines, plan, types);
    const given = new Map(shared.map(({ name }) => [name, contextMember(name)]));
    const context = { plan, types, isContextWanted: options.context, given };
    for (const events of names.values()) addEventSchema(lines, events, context);
    addLookup(lines, names);
    lines.add(checksText.slice(0, -1));
    return [{ path: "schemas.ts", text: lines.toString() }];
  },
};

/** Context fields and super-properties whose schema does not depend on the event. */
function sharedFields(plan: ResolvedPlan, types: NamedTypes): readonly Property[] {
  const fields = plan.context.filter((field) => field.from !== "clock" && field.value === null);
  const names = new Set(plan.context.map((field) => field.name));
  const others = plan.superProperties.filter((property) => !names.has(property.name));
  return [...fields, ...others].filter((property) => fateOf(property, types) !== "dropped");
}

function addContext(lines: Lines, fields: readonly Property[], types: NamedTypes): void {
  if (fields.length === 0) return;
  const required = fields.map((field) => ({ ...field, required: true }));
  lines.add("", "/** What events carry beside their own properties. */");
  lines.block(
    "export const context = define(() => ({",
    () => addMembers(lines, required, types),
    "}));",
  );
}

function contextMember(name: string): string {
  return isIdentifier(name) ? `context.${name}` : `context[${stringLiteral(name)}]`;
}

function addTypes(lines: Lines, plan: ResolvedPlan, types: NamedTypes): void {
  for (const type of inOrderOfUse(plan.types)) {
    if (fateOf(type, types) === "dropped") continue;
    lines.add("", ...docComment([type.description]));
    lines.add(`export const ${schemaName(wordsOf(type.name))} = define(() =>`);
    lines.add(`  ${valueText(type, types).replaceAll("\n", "\n  ")},`, ");");
  }
}

function groupByName(events: readonly Event[]): ReadonlyMap<string, readonly Event[]> {
  const byName = new Map<string, Event[]>();
  for (const event of events) {
    const known = byName.get(event.name);
    if (known === undefined) byName.set(event.name, [event]);
    else known.push(event);
  }
  return byName;
}

function addLookup(lines: Lines, names: ReadonlyMap<string, readonly Event[]>): void {
  lines.add("", "/** Every event's schema by its name. */");
  lines.block(
    "export const schemas = {",
    () => {
      for (const [name, [event]] of names)
        if (event !== undefined) lines.add(`${stringLiteral(name)}: ${schemaName(event.words)},`);
    },
    "};",
  );
}
