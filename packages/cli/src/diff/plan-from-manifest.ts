import {
  compileManifest,
  type Manifest,
  type ManifestEvent,
  manifestSchema,
  type Origin,
  type ResolvedPlan,
} from "@dd0c/track-codegen";
import { propertyFromManifest, valueFromManifest } from "./property-from-manifest.js";

type Plan = ResolvedPlan;
type Event = Plan["events"][number];

/** Where things stand in the plan that a manifest was made of; a manifest itself has no lines. */
export type Origins = (path: readonly string[]) => Origin | undefined;

/** A resolved plan with as much as a manifest tells; null where the data is no manifest. */
export function planFromManifest(data: unknown): Plan | null {
  const parsed = manifestSchema.safeParse(data);
  return parsed.success ? restored(parsed.data, () => undefined) : null;
}

/** A plan cut down to what its manifest tells, with its own lines, so that it can be held to one that is no more. */
export function throughManifest(plan: Plan): Plan {
  const events = new Map(plan.events.map((it) => [eventKey(it), it]));
  return restored(compileManifest(plan), ([section, name = "", property]) => {
    if (section !== "events") return undefined;
    const event = events.get(name);
    if (property === undefined) return event?.origin;
    return event?.properties.find((it) => it.name === property)?.origin ?? event?.origin;
  });
}

function eventKey({ name, products }: Pick<Event, "name" | "products">): string {
  return `${name}@${products.join("+")}`;
}

function restored(manifest: Manifest, origins: Origins): Plan {
  const root: Origin = { file: manifest.plan.file, line: 1, column: 1 };
  const seconds = (value: number) => ({ text: `${value}s`, seconds: value });
  const rung = (name: string) => ({ name, description: null });
  const isImplicit =
    manifest.products.length === 1 && manifest.products[0]?.name === manifest.plan.name;
  return {
    format: 1,
    name: manifest.plan.name,
    title: manifest.plan.title,
    version: manifest.plan.version,
    description: null,
    docs: manifest.plan.docs ?? null,
    origin: root,
    naming: {
      event: null,
      case: "any",
      tense: { completed: null, state: null },
      maxLength: 0,
      domains: [],
    },
    teams: [],
    runtimes: manifest.runtimes.map(rung),
    products: manifest.products.map(({ name, title, owner, features, activation }) => ({
      name,
      title,
      description: null,
      owner: owner ?? null,
      domains: [],
      features: features.map(rung),
      activation:
        activation === undefined
          ? null
          : {
              ...activation,
              within: seconds(activation.within),
              description: null,
              origin: root,
            },
      implicit: isImplicit,
      origin: root,
      extensions: {},
    })),
    stages: manifest.stages.map(rung),
    tiers: [],
    integrations: manifest.integrations.map(rung),
    context: manifest.context.map((field) => ({
      ...propertyFromManifest(field, root),
      from: field.from,
      value: field.value ?? null,
      group: field.group ?? null,
      runtimes: field.runtimes,
    })),
    superProperties: manifest.superProperties.map((it) => propertyFromManifest(it, root)),
    groups: manifest.groups.map(({ name, traits }) => ({
      name,
      description: null,
      traits: traits.map((it) => propertyFromManifest(it, root)),
      origin: root,
    })),
    person: {
      description: null,
      distinctId: {
        description: null,
        pii:
          manifest.person.distinctId === undefined
            ? null
            : { reason: null, reviewer: null, until: null, ...manifest.person.distinctId },
      },
      traits: manifest.person.traits.map((it) => propertyFromManifest(it, root)),
    },
    privacy: { classes: [], words: [], harmless: [] },
    types: manifest.types.map((type) => ({
      name: type.name,
      ...valueFromManifest(type, root),
      origin: root,
    })),
    properties: [],
    propertyGroups: [],
    events: manifest.events.map((event) => eventFromManifest(event, root, origins)),
    funnels: manifest.funnels.map(({ name, product, by, window, stages }) => ({
      name,
      description: "",
      answers: null,
      owner: null,
      by,
      window: seconds(window),
      product: product ?? null,
      stages: stages.map((stage) => ({
        name: stage.name,
        description: null,
        events: stage.events,
        activation: false,
        where: stage.where ?? [],
        atLeast: stage.atLeast,
        optional: stage.optional ?? false,
        origin: root,
      })),
      origin: root,
    })),
    health: [],
    reserved: manifest.reserved,
    extensions: {},
  };
}

function eventFromManifest(event: ManifestEvent, root: Origin, origins: Origins): Event {
  const key = eventKey(event);
  const file = { ...root, file: event.file };
  const { deprecated, sample, limit, auto } = event;
  return {
    name: event.name,
    path: event.path,
    words: event.path,
    description: event.description,
    trigger: null,
    answers: null,
    kind: null,
    stage: event.stage ?? null,
    feature: event.feature ?? null,
    integration: event.integration ?? null,
    sentiment: null,
    actor: null,
    products: event.products,
    shared: event.products.length > 1,
    runtimes: event.runtimes,
    owner: event.owner ?? null,
    stability: event.experimental === true ? "experimental" : "stable",
    since: null,
    tier: null,
    tags: [],
    emittedFrom: null,
    deprecated:
      deprecated === undefined
        ? null
        : { replacedBy: null, since: null, sunset: null, ...deprecated },
    expires: event.expires ?? null,
    namingException: null,
    personless: event.personless ?? false,
    sample: sample ?? null,
    limit:
      limit === undefined ? null : { ...limit, per: { text: `${limit.per}s`, seconds: limit.per } },
    auto: auto === undefined ? null : { slack: auto, fill: [] },
    properties: event.properties.map((property) =>
      propertyFromManifest(property, origins(["events", key, property.name]) ?? file),
    ),
    origin: origins(["events", key]) ?? file,
    lineage: [],
    extensions: {},
  };
}
