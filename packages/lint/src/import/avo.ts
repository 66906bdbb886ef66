import type { Imported, ImportFile } from "./import-file.js";
import { listAt, objectAt, textAt, textsAt } from "./json-value.js";
import { rulesEvent } from "./rules-event.js";

/** Avo's export API and JSON export: `{ name, events: [{ name, description, triggers, tags, rules }] }`. */
export function readAvo(files: readonly ImportFile[]): Imported {
  const documents = files.flatMap((file) => file.documents ?? []);
  const events = documents.flatMap((document) =>
    listAt(document, "events").flatMap((entry) => {
      const name = textAt(entry, "name");
      if (name === null) return [];
      const [trigger = null] = listAt(entry, "triggers").map((it) => textAt(it, "description"));
      const sources = listAt(entry, "sources").flatMap((it) => textAt(it, "name") ?? []);
      const notes = sources.length > 0 ? [`Avo's sources: ${sources.join(", ")}`] : [];
      const event = rulesEvent(name, textAt(entry, "description"), objectAt(entry, "rules"), notes);
      const tags = textsAt(entry, "tags");
      return [{ ...event, ...(trigger === null ? {} : { trigger }), tags }];
    }),
  );
  const name = documents.flatMap((document) => textAt(document, "name") ?? [])[0] ?? null;
  return { name, events, properties: [], notes: [] };
}
