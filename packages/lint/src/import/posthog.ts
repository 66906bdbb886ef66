import type { DraftEvent, DraftProperty, DraftType } from "../draft/draft.js";
import { personalData } from "../draft/personal-data.js";
import type { Imported, ImportFile } from "./import-file.js";
import { listAt, objectAt, textAt, textsAt } from "./json-value.js";

/**
 * PostHog's event and property definitions, as its API lists them (`{ results: […] }`). PostHog does
 * not say which event has which property, so the properties become the plan's shared ones.
 */
export function readPosthog(files: readonly ImportFile[]): Imported {
  const entries = files
    .flatMap((file) => file.documents ?? [])
    .flatMap((document) => (Array.isArray(document) ? document : listAt(document, "results")));
  const events = new Map<string, DraftEvent>();
  const properties = new Map<string, DraftProperty>();
  let own = 0;
  for (const entry of entries) {
    const name = textAt(entry, "name");
    if (name === null) continue;
    if (name.startsWith("$")) own++;
    else if ("property_type" in objectAt(entry) || "is_numerical" in objectAt(entry)) {
      properties.set(name, propertyOf(name, entry));
    } else events.set(name, eventOf(name, entry));
  }
  const notes = [
    ...(own > 0 ? [`${own} definitions of PostHog's own ($…) were left out.`] : []),
    ...(properties.size > 0
      ? ["PostHog does not say which event has which property: give each event its own."]
      : []),
  ];
  return { name: null, events: [...events.values()], properties: [...properties.values()], notes };
}

function eventOf(name: string, entry: unknown): DraftEvent {
  const seen = textAt(entry, "last_seen_at")?.slice(0, 10);
  const description = textAt(entry, "description") ?? `${name}; PostHog says no more.`;
  const notes = seen === undefined ? [] : [`last seen ${seen}`];
  return { name, description, tags: textsAt(entry, "tags"), notes, properties: [] };
}

const types: Readonly<Record<string, DraftType>> = {
  string: { kind: "string" },
  numeric: { kind: "number" },
  boolean: { kind: "boolean" },
  datetime: { kind: "timestamp" },
  duration: { kind: "number", min: 0 },
};

function propertyOf(name: string, entry: unknown): DraftProperty {
  const word = textAt(entry, "property_type")?.toLowerCase() ?? "";
  const isNumber = objectAt(entry).is_numerical === true;
  const type = types[word] ?? (isNumber ? { kind: "number" } : { kind: "unknown" });
  return {
    name,
    description: textAt(entry, "description") ?? `${name}, as PostHog names it.`,
    required: false,
    type,
    ...personalData(name, type),
    notes: [],
  };
}
