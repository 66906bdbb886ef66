import { perEvent } from "../../plan/per-event.js";
import type { Pii, Property, PropertyValue } from "../../plan/property-type.js";
import type { ContextField, Event, NamedTypeDefinition } from "../../plan/resolved-plan.js";
import type { Client, ClientRuntime } from "./client.js";
import { type PiiFact, piiFact, piiFacts } from "./pii-facts.js";
import { bindName } from "./tracker-interface.js";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What the client must know at run time, as plain data (core's `ClientPlan`): nothing where types suffice. */
export function clientFacts(client: Client): { readonly [key: string]: Json } {
  const { plan, runtime, events } = client;
  const types = new Map(plan.types.map((type) => [type.name, type]));
  const facts = (properties: readonly Property[]) => ({
    ...planned(properties, runtime),
    ...named("pii", piiFacts(properties, types)),
  });
  const person = {
    ...given("distinct_id", idFact(plan.person.distinctId.pii, runtime)),
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
    ...given("pii", idFact(field.pii, runtime)),
    ...(field.group === null ? {} : { group: field.group }),
    ...(field.group === null || field.from !== "caller" ? {} : { bind: bindName(field.group) }),
  };
}

/** What a client does with an id. A server's guard has to be told which may be addresses; pages have none. */
function idFact(pii: Pii | null, runtime: ClientRuntime): PiiFact | true | undefined {
  const isAllowed = pii?.handling === "allow" && runtime !== "browser";
  return isAllowed ? true : piiFact(pii);
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
    ...named("pii", piiFacts(event.properties, types)),
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

/** `{ key: value }`, or nothing where there is no value. */
function given(key: string, value: Json | undefined): { readonly [key: string]: Json } {
  return value === undefined ? {} : { [key]: value };
}

/** `{ key: value }`, or nothing where the value is empty. */
function named(
  key: string,
  value: { readonly [key: string]: Json },
): { readonly [key: string]: Json } {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}
