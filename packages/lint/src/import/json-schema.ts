import type { Imported, ImportFile } from "./import-file.js";
import { objectAt, textAt } from "./json-value.js";
import { schemaProperties } from "./schema-type.js";

/**
 * A folder of JSON Schemas, one an event. The name is the schema's title, Iglu's `self.name`, the
 * end of its `$id`, or the file's name; definitions that only others refer to are left out.
 */
export function readJsonSchema(files: readonly ImportFile[]): Imported {
  const notes: string[] = [];
  const events = files.flatMap((file) =>
    (file.documents ?? []).flatMap((schema) => {
      if (Object.keys(objectAt(schema, "properties")).length === 0) {
        notes.push(`${file.path} describes no properties.`);
        return [];
      }
      const name = nameOf(schema, file.path);
      const description = textAt(schema, "description") ?? `${name}; the schema says no more.`;
      return [{ name, description, notes: [], properties: schemaProperties(schema) }];
    }),
  );
  return { name: null, events, properties: [], notes };
}

function nameOf(schema: unknown, path: string): string {
  const own = textAt(schema, "title") ?? textAt(objectAt(schema, "self"), "name");
  const address = textAt(schema, "$id") ?? path;
  const last =
    address
      .replace(/[#?].*$/, "")
      .split("/")
      .at(-1) ?? address;
  return own ?? last.replace(/(?:\.schema)?\.json$/, "");
}
