import type { Draft } from "../draft/draft.js";
import { type FittedDraft, fitDraft } from "../draft/fit-draft.js";
import { readAmplitude } from "./amplitude.js";
import { readAvo } from "./avo.js";
import type { Imported, ImportFile } from "./import-file.js";
import type { ImportFormat } from "./import-format.js";
import { readJsonSchema } from "./json-schema.js";
import { readPosthog } from "./posthog.js";
import { readRudderstack } from "./rudderstack.js";
import { readSegment } from "./segment.js";

const readers: Readonly<Record<ImportFormat, (files: readonly ImportFile[]) => Imported>> = {
  segment: readSegment,
  rudderstack: readRudderstack,
  amplitude: readAmplitude,
  avo: readAvo,
  "json-schema": readJsonSchema,
  posthog: readPosthog,
};

/** A plan out of another tool's export; what no plan can say is left out and named. */
export function importPlan(
  files: readonly ImportFile[],
  format: ImportFormat,
  fallbackName: string,
): FittedDraft & { readonly notes: readonly string[] } {
  const { name, events, properties, notes } = readers[format](files);
  const unique = new Map(events.map((event) => [event.name, withUniqueProperties(event)]));
  const shared = new Map(properties.map((property) => [property.name, property]));
  const draft: Draft = {
    name: name ?? fallbackName,
    description: `Imported from ${titles[format]}. What each event is for is still to be said.`,
    runtimes: ["browser", "node"],
    notes: [
      `Written by \`dd0c-track import --from ${format}\`. From here on it is yours.`,
      ...notes,
    ],
    events: [...unique.values()],
    properties: [...shared.values()],
  };
  return { ...fitDraft(draft), notes };
}

const titles: Readonly<Record<ImportFormat, string>> = {
  segment: "a Segment tracking plan",
  rudderstack: "a RudderStack tracking plan",
  amplitude: "an Amplitude tracking plan",
  avo: "an Avo tracking plan",
  "json-schema": "JSON Schemas",
  posthog: "PostHog's event definitions",
};

function withUniqueProperties(event: Draft["events"][number]): Draft["events"][number] {
  const unique = new Map(event.properties.map((property) => [property.name, property]));
  return { ...event, properties: [...unique.values()] };
}
