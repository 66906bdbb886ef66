import type { DraftEvent } from "../draft/draft.js";
import type { Imported, ImportFile } from "./import-file.js";
import { listAt, numberAt, objectAt, textAt } from "./json-value.js";
import { rulesEvent } from "./rules-event.js";

/**
 * Segment's tracking plans: the Public API's `{ data: { rules: [{ type, key, jsonSchema }] } }`, and
 * the older `{ display_name, rules: { events: [{ name, rules }] } }`, which its tools still write.
 */
export function readSegment(files: readonly ImportFile[]): Imported {
  const latest = new Map<string, { readonly version: number; readonly event: DraftEvent }>();
  const notes = new Set<string>();
  let name: string | null = null;
  for (const document of files.flatMap((file) => file.documents ?? [])) {
    const plan = objectAt(objectAt(document, "data"), "trackingPlan");
    name ??= textAt(plan, "name") ?? textAt(document, "display_name");
    const rules = [...listAt(objectAt(document, "data"), "rules"), ...listAt(document, "rules")];
    for (const rule of rules) {
      const [type, key] = [textAt(rule, "type"), textAt(rule, "key")];
      if (type !== "TRACK" || key === null) {
        notes.add(
          `Segment's rules for ${type ?? "unnamed calls"} have no place in a plan's events.`,
        );
        continue;
      }
      const version = numberAt(rule, "version") ?? 1;
      if ((latest.get(key)?.version ?? 0) > version) continue;
      const schema = objectAt(rule, "jsonSchema");
      latest.set(key, { version, event: rulesEvent(key, textAt(schema, "description"), schema) });
    }
    for (const entry of listAt(objectAt(document, "rules"), "events")) {
      const key = textAt(entry, "name");
      if (key === null) continue;
      const version = numberAt(entry, "version") ?? 1;
      if ((latest.get(key)?.version ?? 0) > version) continue;
      const event = rulesEvent(key, textAt(entry, "description"), objectAt(entry, "rules"));
      latest.set(key, { version, event });
    }
  }
  const events = [...latest.values()].map(({ event }) => event);
  return { name, events, properties: [], notes: [...notes] };
}
