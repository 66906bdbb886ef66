import type { DraftEvent, DraftProperty, DraftType } from "../draft/draft.js";
import { personalData } from "../draft/personal-data.js";
import type { Imported, ImportFile } from "./import-file.js";
import { listAt, objectAt, textAt, textsAt } from "./json-value.js";
import { rulesEvent } from "./rules-event.js";
import { schemaType } from "./schema-type.js";

/**
 * RudderStack's plans: the YAML of its CLI (`kind: events | properties | custom-types | tp`, in the
 * spellings of `rudder/0.1` and `rudder/v1`), and the JSON of its API, which has Segment's shape.
 */
export function readRudderstack(files: readonly ImportFile[]): Imported {
  const documents = files.flatMap((file) => file.documents ?? []);
  const catalog = catalogOf(documents);
  const notes = new Set<string>();
  const merged = new Map<string, DraftEvent>();
  let name: string | null = null;
  const add = (event: DraftEvent): void => {
    const known = merged.get(event.name);
    merged.set(event.name, known === undefined ? event : joined(known, event));
  };
  for (const document of documents) {
    for (const entry of [
      ...listAt(objectAt(document, "rules"), "events"),
      ...listAt(document, "data"),
    ]) {
      const key = textAt(entry, "name");
      if (key !== null)
        add(rulesEvent(key, textAt(entry, "description"), objectAt(entry, "rules")));
    }
    const kind = textAt(document, "kind");
    if (kind !== "tp" && kind !== "tracking-plan") continue;
    const spec = objectAt(document, "spec");
    name ??= textAt(spec, "display_name") ?? textAt(spec, "id");
    for (const rule of listAt(spec, "rules")) {
      const id = idOf(textAt(rule, "event") ?? textAt(objectAt(rule, "event"), "$ref"));
      const event = catalog.events.get(id);
      const key = textAt(event, "name");
      const type = textAt(event, "event_type");
      if (key === null || (type !== null && type !== "track")) {
        notes.add(`The rule for "${id}" is for ${type ?? "an event that no file defines"}.`);
        continue;
      }
      const properties = listAt(rule, "properties").map((it) => propertyOf(it, catalog, notes));
      const description = textAt(event, "description") ?? `${key}; the export says no more.`;
      add({ name: key, description, notes: [], properties: properties.flatMap((it) => it ?? []) });
    }
  }
  const planned = new Set([...merged.keys()]);
  for (const event of catalog.events.values()) {
    const key = textAt(event, "name");
    if (key !== null && !planned.has(key) && (textAt(event, "event_type") ?? "track") === "track") {
      const description = textAt(event, "description") ?? `${key}; the export says no more.`;
      add({ name: key, description, notes: ["no tracking plan has it"], properties: [] });
    }
  }
  return { name, events: [...merged.values()], properties: [], notes: [...notes] };
}

interface Catalog {
  readonly events: ReadonlyMap<string, unknown>;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly types: ReadonlyMap<string, unknown>;
}

function catalogOf(documents: readonly unknown[]): Catalog {
  const entries = (kind: string, key: string): ReadonlyMap<string, unknown> =>
    new Map(
      documents
        .filter((document) => textAt(document, "kind") === kind)
        .flatMap((document) => listAt(objectAt(document, "spec"), key))
        .map((entry) => [textAt(entry, "id") ?? "", entry]),
    );
  return {
    events: entries("events", "events"),
    properties: entries("properties", "properties"),
    types: entries("custom-types", "types"),
  };
}

/** `#/events/group/product_viewed` and `#event:product_viewed` → `product_viewed`. */
function idOf(reference: string | null): string {
  return /[^/:#]*$/.exec(reference ?? "")?.[0] ?? "";
}

function propertyOf(rule: unknown, catalog: Catalog, notes: Set<string>): DraftProperty | null {
  const id = idOf(textAt(rule, "property") ?? textAt(rule, "$ref"));
  const found = catalog.properties.get(id);
  const name = textAt(found, "name");
  if (name === null) {
    notes.add(`No file defines the property "${id}".`);
    return null;
  }
  const { type, nullable } = typeOf(found, catalog, 0);
  return {
    name,
    description: textAt(found, "description") ?? `${name}, as the export names it.`,
    required: objectAt(rule).required === true,
    type,
    ...(nullable ? { nullable } : {}),
    ...personalData(name, type),
    notes: [],
  };
}

/** A property or custom type: its `type` words, comma-separated or a list, and its `config`. */
function typeOf(
  entry: unknown,
  catalog: Catalog,
  depth: number,
): { readonly type: DraftType; readonly nullable: boolean } {
  const written = textAt(entry, "type");
  if (written?.startsWith("#") === true) {
    const target = catalog.types.get(idOf(written));
    if (target !== undefined && depth < 8) return typeOf(target, catalog, depth + 1);
    return { type: { kind: "unknown" }, nullable: false };
  }
  const config = { ...objectAt(entry, "propConfig"), ...objectAt(entry, "config") };
  const words = (written?.split(",") ?? textsAt(entry, "types")).map((word) => word.trim());
  const itemTypes = [
    config.itemTypes,
    config.item_types,
    objectAt(entry).item_types,
    objectAt(entry).item_type,
  ]
    .flat()
    .filter((word) => typeof word === "string" && !word.startsWith("#"));
  return schemaType({
    ...config,
    type: words,
    minLength: config.minLength ?? config.min_length,
    maxLength: config.maxLength ?? config.max_length,
    ...(itemTypes.length > 0 ? { items: { type: itemTypes } } : {}),
  });
}

/** Two plans' rules for one event: required is what both require. */
function joined(one: DraftEvent, other: DraftEvent): DraftEvent {
  const properties = new Map<string, DraftProperty>();
  for (const property of [...one.properties, ...other.properties]) {
    const inBoth = [one, other].every((event) =>
      event.properties.some(({ name, required }) => name === property.name && required),
    );
    properties.set(property.name, { ...property, required: inBoth });
  }
  return { ...one, properties: [...properties.values()] };
}
