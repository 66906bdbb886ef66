import type { EmittedFile } from "../../emitter.js";
import { wordsOf } from "../../plan/words-of.js";
import { docComment } from "../../print/doc-comment.js";
import { header } from "../../print/header.js";
import { Lines } from "../../print/lines.js";
import { pascalCase, propertyKey, stringLiteral } from "../../print/names.js";
import { type Client, whereIs } from "./client.js";
import { clientFacts } from "./client-facts.js";
import { addStretch } from "./event-stretch.js";
import { addEventType, eventTypeName } from "./event-type.js";
import { addMembers, typeText } from "./kinds.js";
import { addTrackInterface } from "./track-interface.js";
import { addContextInterfaces, addTrackerInterfaces } from "./tracker-interface.js";

/** The file of one client, top to bottom: tracker, events, what callers give, facts. */
export function clientFile(client: Client): EmittedFile {
  const body = new Lines();
  addCreate(body, client);
  addTrackerInterfaces(body, client);
  addTrackInterface(body, client);
  addEvents(body, client);
  for (const event of client.events)
    addStretch(body, event, client, "type", (lines, context) =>
      addEventType(lines, event, context),
    );
  addNamedTypes(body, client);
  addContextInterfaces(body, client);
  addFacts(body, client);
  const { plan, checked, imports, runtime, modules, path } = client;
  const lines = new Lines().add(`// ${header(plan.origin.file)}`);
  if (!checked)
    lines.add("// @ts-nocheck: right by construction; checking it would cost every run of tsc.");
  lines.add(...imports.lines(runtime, modules, path));
  return { path, text: body.toString(lines) };
}

function addCreate(lines: Lines, { product, runtime, fromRuntime, imports }: Client): void {
  const Runtime = pascalCase([runtime]);
  const isNeeded = fromRuntime.some((field) => field.required);
  const context =
    fromRuntime.length === 0 ? "" : ` & { readonly context${isNeeded ? "" : "?"}: RuntimeContext }`;
  lines.add("", ...docComment([`Starts the tracker of ${product.title} ${whereIs[runtime]}.`]));
  lines.add(
    `export const createTracker: ${imports.core("CreateTracker")}<${Runtime}TrackerOptions${context}, Tracker, Events> = (options) =>`,
    `  create${Runtime}Tracker<Tracker>(client, options);`,
  );
}

function addEvents(lines: Lines, { events, product, runtime }: Client): void {
  lines.add(
    "",
    ...docComment([
      `The properties of every event of ${product.title} ${whereIs[runtime]}, by the event's name.`,
    ]),
  );
  lines.block(
    "export interface Events {",
    () => {
      for (const event of events)
        lines.add(`readonly ${propertyKey(event.name)}: ${eventTypeName(event)};`);
    },
    "}",
  );
}

function addNamedTypes(lines: Lines, client: Client): void {
  for (const definition of client.types) {
    const name = pascalCase(wordsOf(definition.name));
    lines.add(
      "",
      ...docComment([definition.description ?? `The type \`${definition.name}\` of the plan.`]),
    );
    if (definition.type.kind === "object" && !definition.nullable) {
      const { properties } = definition.type;
      lines.block(`export interface ${name} {`, () => addMembers(lines, properties, client), "}");
    } else lines.add(`export type ${name} = ${typeText(definition, client)};`);
  }
}

function addFacts(lines: Lines, client: Client): void {
  lines.add(
    "",
    "/** What the client knows at run time; everything else is types, and costs a bundle nothing. */",
  );
  lines.add(
    `const client: ${client.imports.core("ClientPlan")} = ${dataText(clientFacts(client), 0)};`,
  );
}

/** An event's facts as code, by identity: they are remembered as long as the event is the same. */
const texts = new WeakMap<object, string>();

/** Where an event's facts stand in the client's: `events`, then the event's name. */
const factsDepth = 2;

/** Plain data as code; what stands at the depth of an event's facts is printed once. */
function dataText(value: unknown, depth: number): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (depth !== factsDepth) return objectText(value, depth);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = objectText(value, depth);
  texts.set(value, text);
  return text;
}

/** An object or list, in one line where it is short; a key stands in quotes only where it must. */
function objectText(value: object, depth: number): string {
  const inner = "  ".repeat(depth + 1);
  const parts = Array.isArray(value)
    ? value.map((item) => dataText(item, depth + 1))
    : Object.entries(value).map(
        ([key, member]) => `${propertyKey(key)}: ${dataText(member, depth + 1)}`,
      );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{ ", " }"];
  const flat = `${open}${parts.join(", ")}${close}`;
  if (parts.length === 0) return Array.isArray(value) ? "[]" : "{}";
  if (depth > 1 && flat.length < 90 && !flat.includes("\n")) return flat;
  return `${open.trim()}\n${parts.map((part) => `${inner}${part},`).join("\n")}\n${"  ".repeat(depth)}${close.trim()}`;
}
