import type { Property } from "../../plan/property-type.js";
import type { ContextField } from "../../plan/resolved-plan.js";
import { wordsOf } from "../../plan/words-of.js";
import { docComment } from "../../print/doc-comment.js";
import type { Lines } from "../../print/lines.js";
import { pascalCase, stringLiteral } from "../../print/names.js";
import { type Client, whereIs } from "./client.js";
import { addMembers, typeText } from "./kinds.js";

/** What is known of a group: the name of its interface. */
export function groupTraitsName(group: string): string {
  return `${pascalCase(wordsOf(group))}Traits`;
}

/** The method that binds a group's key. */
export function bindName(group: string): string {
  return `for${pascalCase(wordsOf(group))}`;
}

/** Interfaces of what callers give beside events: context, traits, super-properties. */
export function addContextInterfaces(lines: Lines, client: Client): void {
  const { plan, caller, fromRuntime, runtime } = client;
  addInterface(
    lines,
    client,
    "CallContext",
    "Bound once with `with` or `for…`, or passed with each call.",
    caller,
  );
  addInterface(
    lines,
    client,
    "RuntimeContext",
    "Given once, when the tracker starts.",
    fromRuntime,
  );
  addInterface(
    lines,
    client,
    "PersonTraits",
    plan.person.description ?? "What is known of a person.",
    plan.person.traits,
  );
  for (const group of plan.groups) {
    addInterface(
      lines,
      client,
      groupTraitsName(group.name),
      group.description ?? `What is known of a ${group.name}.`,
      group.traits,
    );
  }
  if (runtime === "browser") {
    addInterface(
      lines,
      client,
      "SuperProperties",
      "Kept by the browser and added to every later event.",
      plan.superProperties,
    );
  }
}

/** The tracker's interface, and the bound one where calls need context. */
export function addTrackerInterfaces(lines: Lines, client: Client): void {
  const { product, runtime, caller, imports } = client;
  const needsContext = caller.some((field) => field.required);
  const bound = needsContext ? "BoundTracker" : "Tracker";
  const base = runtime === "slack" ? `SlackTracker<${bound}>` : `${pascalCase([runtime])}Tracker`;
  const options = imports.core("CallOptions");
  const free = caller.length === 0 ? options : `Partial<CallContext> & ${options}`;
  const given = caller.length === 0 ? options : `CallContext & ${options}`;
  const person = `Pick<${options}, "distinct_id">`;
  const kept = caller.length === 0 ? person : `Partial<CallContext> & ${person}`;
  const needed = caller
    .filter((field) => field.required)
    .map((field) => `\`${field.name}\``)
    .join(", ");
  const about = needsContext ? `Each call says its ${needed}, or a bound tracker does.` : "";
  lines.add("", ...docComment([`${product.title} ${whereIs[runtime]}. ${about}`.trim()]));
  lines.block(
    `export interface Tracker extends ${base} {`,
    () => {
      lines.add(
        `readonly track: Track<[${needsContext ? `context: ${given}` : `context?: ${free}`}]>;`,
      );
      addBinding(lines, client, "Tracker", bound, needsContext ? `CallContext & ${person}` : kept);
      addIdentity(lines, client);
    },
    "}",
  );
  if (!needsContext) return;
  lines.add(
    "",
    ...docComment([
      `A tracker that knows its ${needed}. It shares the queue of the tracker it came from.`,
    ]),
  );
  lines.block(
    "export interface BoundTracker {",
    () => {
      lines.add(`readonly track: Track<[context?: ${free}]>;`);
      addBinding(lines, client, "BoundTracker", "BoundTracker", kept);
      addIdentity(lines, client);
    },
    "}",
  );
}

/** `with`, `for<Group>` and `forPerson`: trackers that know more than this one. */
function addBinding(
  lines: Lines,
  client: Client,
  own: string,
  bound: string,
  context: string,
): void {
  const { caller } = client;
  lines.add(
    "/** The same tracker, knowing this of every event. */",
    `with(context: ${context}): ${bound};`,
  );
  const required = caller.filter((field) => field.required);
  for (const field of caller) {
    if (field.group === null || required.some((other) => other !== field)) continue;
    const result = required.includes(field) ? bound : own;
    lines.add(
      ...docComment([`The same tracker, for one ${field.group}.`]),
      `${bindName(field.group)}(${field.name}: ${keyType(field, client)}): ${result};`,
    );
  }
  lines.add("/** The same tracker, for one person. */", `forPerson(distinct_id: string): ${own};`);
}

/** `identify`, `group` and, in a browser, `register`. */
function addIdentity(lines: Lines, client: Client): void {
  const { plan, runtime, caller, imports } = client;
  const traits = plan.person.traits.length === 0 ? "" : ", traits?: PersonTraits";
  const options =
    runtime === "browser"
      ? ""
      : `${traits === "" ? ", traits?: undefined" : ""}, options?: ${imports.core("IdentifyOptions")}`;
  lines.add(
    "/** Says who a person is, and what is known of them. */",
    `identify(distinct_id: string${traits}${options}): void;`,
  );
  for (const group of plan.groups) {
    const field = caller.find((it) => it.group === group.name);
    const key = field === undefined ? "string" : keyType(field, client);
    const groupTraits =
      group.traits.length === 0 ? "" : `, traits?: ${groupTraitsName(group.name)}`;
    lines.add(
      ...docComment([`Says what is known of a ${group.name}.`]),
      `group(type: ${stringLiteral(group.name)}, key: ${key}${groupTraits}): void;`,
    );
  }
  if (runtime === "browser" && plan.superProperties.length > 0) {
    lines.add(
      "/** Keeps properties and adds them to every later event. */",
      "register(properties: Partial<SuperProperties>): void;",
    );
  }
}

/** A group's key as its caller gives it. */
function keyType(field: ContextField, client: Client): string {
  return field.pii?.handling === "drop" ? "string" : typeText(field, client);
}

function addInterface(
  lines: Lines,
  client: Client,
  name: string,
  about: string,
  properties: readonly Property[],
): void {
  if (properties.length === 0) return;
  lines.add("", ...docComment([about]));
  lines.block(`export interface ${name} {`, () => addMembers(lines, properties, client), "}");
}
