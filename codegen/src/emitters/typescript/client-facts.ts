import { perEvent } from "../../plan/per-event.js";
import type { Pii, Property, PropertyType, PropertyValue } from "../../plan/property-type.js";
import type { ContextField, Event, NamedTypeDefinition } from "../../plan/resolved-plan.js";
import type { Client, ClientRuntime } from "./client.js";
import { bindName } from "./tracker-interface.js";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What the client must know at run time, as plain data (core's `ClientPlan`): nothing where types suffice. */
export function clientFacts(client: Client): { readonly [key: string]: Json } {
  const { plan, runtime, events } = client;
  const types = new Map(plan.types.map((type) => [type.name, type]));
  const facts = (properties: readonly Property[]) => ({
    ...planned(properties, runtime),
    ...piiFacts(properties, types),
  });
  const person = {
    ...named("distinct_id", piiFact(plan.person.distinctId.pii)),
    ...named("traits", facts(plan.person.traits)),
  };
  const names = plan.superProperties.map((property) => property.name);
  return {
    format: 1,
    context: Object.fromEntries(
      plan.context
        .filter((field) => field.from !== "clock" && field.runtimes.includes(runtime))
        .map((field) => [field.name, contextFact(field, client)]),
    ),
    ...named(
      "groups",
      known(plan.groups.map((group) => [group.name, named("traits", facts(group.traits))])),
    ),
    ...named("person", person),
    ...(runtime === "browser" && names.length > 0
      ? { super_properties: { names, ...facts(plan.superProperties) } }
      : {}),
    ...named(
      "events",
      known(
        events.map((event) => [
          event.name,
          remembered(event, plan, runtime, () => eventFacts(event, runtime, types)),
        ]),
      ),
    ),
    ...allowed(client, types),
    ...named("auto", autoFacts(client)),
  };
}

/** On a server, which has the last-line guard: names of properties that the plan lets travel as they are. */
function allowed(
  { plan, runtime, events }: Client,
  types: ReadonlyMap<string, NamedTypeDefinition>,
): { readonly [key: string]: Json } {
  if (runtime === "browser") return {};
  const names = new Set<string>();
  const visit = (name: string, { type, pii }: PropertyValue): void => {
    if (pii?.handling === "allow") names.add(name);
    if (type.kind === "array") visit(name, type.items);
    if (type.kind === "object")
      for (const property of type.properties) visit(property.name, property);
    if (type.kind === "union") for (const branch of type.anyOf) visit(name, branch);
    const definition = type.kind === "named" ? types.get(type.name) : undefined;
    if (definition !== undefined) visit(name, definition);
  };
  const { person, superProperties, groups, context } = plan;
  const traits = [...person.traits, ...groups.flatMap((group) => group.traits)];
  const properties = events.flatMap((event) => event.properties);
  for (const property of [...properties, ...context, ...superProperties, ...traits])
    visit(property.name, property);
  return names.size === 0 ? {} : { allow: [...names].sort() };
}

function contextFact(field: ContextField, { product, runtime, plan }: Client): Json {
  if (field.from === "client") {
    const values = { product: product.name, runtime, plan: plan.name };
    return { value: values[field.value ?? "product"] };
  }
  return {
    from: field.from,
    ...(field.required ? { required: true } : {}),
    ...piiFact(field.pii),
    ...(field.group === null ? {} : { group: field.group }),
    ...(field.group === null || field.from !== "caller" ? {} : { bind: bindName(field.group) }),
  };
}

/** What a client does with a value; nothing where it may travel as it is. */
function piiFact(pii: Pii | null): { readonly [key: string]: Json } {
  if (pii?.handling === "hash") return { hash: pii.class };
  return pii?.handling === "drop" ? { drop: true } : {};
}

const remembered = perEvent<{ readonly [key: string]: Json }>(({ types }) => [types]);

/**
 * On a server, the names of all properties there are: any other is left out there. A browser does
 * without: it would carry them to every visitor, and refuses raw personal data by its types.
 */
function planned(
  properties: readonly Property[],
  runtime: ClientRuntime,
): { readonly [key: string]: Json } {
  if (runtime === "browser") return {};
  const passed = properties.filter((property) => property.type.kind !== "const");
  return { properties: passed.map((property) => property.name) };
}

function eventFacts(
  event: Event,
  runtime: ClientRuntime,
  types: ReadonlyMap<string, NamedTypeDefinition>,
): { readonly [key: string]: Json } {
  const constants = event.properties.flatMap(({ name, type }) =>
    type.kind === "const" ? [[name, type.value] as const] : [],
  );
  return {
    ...planned(event.properties, runtime),
    ...piiFacts(event.properties, types),
    ...named("set", {
      ...Object.fromEntries(constants),
      ...(event.personless ? { $process_person_profile: false } : {}),
    }),
    ...(event.sample === null ? {} : { sample: { rate: event.sample.rate, by: event.sample.by } }),
    ...(event.limit === null
      ? {}
      : {
          limit: { max: event.limit.max, per_seconds: event.limit.per.seconds, by: event.limit.by },
        }),
  };
}

/** Paths of hashed and dropped values: `user_email`, `contact.email`, `contacts[].email`, `by_key{}.email`. */
function piiFacts(
  properties: readonly Property[],
  types: ReadonlyMap<string, NamedTypeDefinition>,
): { readonly [key: string]: Json } {
  const hash: Record<string, string> = {};
  const drop: string[] = [];
  const visit = (path: string, value: PropertyValue): void => {
    if (value.pii?.handling === "hash") hash[path] = value.pii.class;
    else if (value.pii?.handling === "drop") drop.push(path);
    else inside(path, value.type, visit, types);
  };
  for (const property of properties) visit(escapeName(property.name), property);
  const dropped = [...new Set(drop)];
  return { ...named("hash", hash), ...(dropped.length === 0 ? {} : { drop: dropped }) };
}

/** A name as a step of a path: what means something there has a backslash before it. */
function escapeName(name: string): string {
  return name.replace(/[\\.[\]{}]/g, "\\$&");
}

function inside(
  path: string,
  type: PropertyType,
  visit: (path: string, value: PropertyValue) => void,
  types: ReadonlyMap<string, NamedTypeDefinition>,
): void {
  if (type.kind === "array") visit(`${path}[]`, type.items);
  if (type.kind === "map") visit(`${path}{}`, type.values);
  if (type.kind === "object")
    for (const property of type.properties) visit(`${path}.${escapeName(property.name)}`, property);
  if (type.kind === "union") for (const branch of type.anyOf) visit(path, branch);
  const definition = type.kind === "named" ? types.get(type.name) : undefined;
  if (definition !== undefined) visit(path, definition);
}

/** The events that the Slack client records by itself. */
function autoFacts({ events, runtime }: Client): { readonly [key: string]: Json } {
  if (runtime !== "slack") return {};
  return Object.fromEntries(
    events.flatMap(({ name, auto }) =>
      auto === null
        ? []
        : [
            [
              auto.slack,
              {
                event: name,
                properties: Object.fromEntries(auto.fill.map((it) => [it.property, it.from])),
              },
            ],
          ],
    ),
  );
}

/** Facts by name, without those of which nothing is known. */
function known(
  facts: readonly (readonly [name: string, facts: { readonly [key: string]: Json }])[],
): { readonly [key: string]: Json } {
  return Object.fromEntries(facts.filter(([, it]) => Object.keys(it).length > 0));
}

/** `{ key: value }`, or nothing where the value is empty. */
function named(
  key: string,
  value: { readonly [key: string]: Json },
): { readonly [key: string]: Json } {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}
