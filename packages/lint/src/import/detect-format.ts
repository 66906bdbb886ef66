import type { ImportFile } from "./import-file.js";
import type { ImportFormat } from "./import-format.js";
import { listAt, objectAt, textAt } from "./json-value.js";

/** Whose export these files are, by what only that tool writes; null where nobody's is told. */
export function detectFormat(files: readonly ImportFile[]): ImportFormat | null {
  for (const file of files) {
    if (file.documents === null) {
      if (/(?:^|[,"])object type(?:[,"]|$)/im.test(file.text.slice(0, 4096))) return "amplitude";
      continue;
    }
    for (const document of file.documents) {
      const format = formatOf(document);
      if (format !== null) return format;
    }
  }
  return null;
}

function formatOf(document: unknown): ImportFormat | null {
  if (textAt(document, "version")?.startsWith("rudder/") === true) return "rudderstack";
  const data = listAt(document, "data");
  if (data.some((it) => "event_type" in objectAt(it))) return "amplitude";
  if (data.some((it) => "eventType" in objectAt(it))) return "rudderstack";
  const rules = objectAt(document, "data");
  if (listAt(rules, "rules").some((it) => "jsonSchema" in objectAt(it))) return "segment";
  if (listAt(document, "rules").some((it) => "jsonSchema" in objectAt(it))) return "segment";
  if (listAt(objectAt(document, "rules"), "events").length > 0) return "segment";
  if (listAt(document, "events").some((it) => "rules" in objectAt(it))) return "avo";
  const results = Array.isArray(document) ? document : listAt(document, "results");
  if (results.some((it) => "name" in objectAt(it) && isPosthog(objectAt(it)))) return "posthog";
  const isSchema = textAt(document, "type") === "object" || "$schema" in objectAt(document);
  return isSchema && "properties" in objectAt(document) ? "json-schema" : null;
}

function isPosthog(entry: Readonly<Record<string, unknown>>): boolean {
  return ["last_seen_at", "is_numerical", "property_type", "verified"].some((key) => key in entry);
}
