import type { DraftEvent, DraftProperty, DraftType } from "../draft/draft.js";
import { personalData } from "../draft/personal-data.js";
import { readCsv } from "./csv.js";
import type { Imported, ImportFile } from "./import-file.js";
import { listAt, objectAt, textAt } from "./json-value.js";

/** One row about an event or a property, from a CSV or the Taxonomy API. */
interface Row {
  readonly object: "event" | "property" | "other";
  readonly event: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isArray: boolean;
  readonly values: readonly string[];
  readonly tags: readonly string[];
}

/**
 * Amplitude Data's CSV (a row an event or event property, told apart by `Object Type`; properties
 * follow their event or name it) and the Taxonomy API's `{ success, data: [{ event_type, … }] }`.
 */
export function readAmplitude(files: readonly ImportFile[]): Imported {
  const rows = files.flatMap((file) =>
    file.documents === null ? csvRows(file.text) : file.documents.flatMap(apiRows),
  );
  const events = new Map<string, DraftEvent & { readonly properties: DraftProperty[] }>();
  const eventAt = (name: string) => {
    const known = events.get(name);
    if (known !== undefined) return known;
    const made = {
      name,
      description: `${name}; the export says no more.`,
      notes: [],
      properties: [] as DraftProperty[],
    };
    events.set(name, made);
    return made;
  };
  const others = new Set<string>();
  const shared: DraftProperty[] = [];
  for (const row of rows) {
    if (row.object === "event") {
      const { properties } = eventAt(row.name);
      const description = row.description || `${row.name}; the export says no more.`;
      events.set(row.name, { name: row.name, description, tags: row.tags, notes: [], properties });
    } else if (row.object === "property") {
      const property = propertyOf(row);
      if (row.event === "") shared.push(property);
      else eventAt(row.event).properties.push(property);
    } else others.add(row.name);
  }
  const notes = others.size > 0 ? [`${others.size} user or group properties were left out.`] : [];
  return { name: null, events: [...events.values()], properties: shared, notes };
}

function csvRows(text: string): readonly Row[] {
  let event = "";
  return readCsv(text).map((cells): Row => {
    const at = (...keys: readonly string[]): string =>
      keys.map((key) => cells[key] ?? "").find((cell) => cell !== "") ?? "";
    const word = at("object type", "type").toLowerCase();
    const object = word === "event" ? "event" : word === "event property" ? "property" : "other";
    const name = at("object name", "event name", "name");
    if (object === "event") event = name;
    return {
      object,
      event: object === "property" ? at("event name", "parent event", "event") || event : event,
      name: object === "property" ? at("property name", "object name", "name") : name,
      description: at("object description", "property description", "description"),
      type: at("property value type", "property type", "property data type", "value type"),
      isRequired: isTrue(at("property required", "required")),
      isArray: isTrue(at("property is array", "is array")),
      values: listOf(at("property enum values", "enum values", "property value")),
      tags: listOf(at("event tags", "tags")),
    };
  });
}

function apiRows(document: unknown): readonly Row[] {
  return listAt(document, "data").map((entry): Row => {
    const property = textAt(entry, "event_property");
    const type = textAt(entry, "event_type") ?? "";
    return {
      object: property === null ? (type === "" ? "other" : "event") : "property",
      event: type,
      name: property ?? type,
      description: textAt(entry, "description") ?? "",
      type: textAt(entry, "type") ?? "any",
      isRequired: objectAt(entry).is_required === true,
      isArray: objectAt(entry).is_array_type === true,
      values: listOf(textAt(entry, "enum_values") ?? ""),
      tags: listOf(textAt(entry, "tags") ?? ""),
    };
  });
}

function propertyOf(row: Row): DraftProperty {
  const single = typeOf(row);
  const type: DraftType = row.isArray ? { kind: "array", items: single } : single;
  return {
    name: row.name,
    description: row.description || `${row.name}, as the export names it.`,
    required: row.isRequired,
    type,
    ...personalData(row.name, type),
    notes: [],
  };
}

function typeOf({ type, values }: Row): DraftType {
  const word = type.toLowerCase();
  if ((word === "enum" || word === "const" || word === "string") && values.length > 0) {
    return { kind: "enum", values };
  }
  if (word === "string" || word === "number" || word === "boolean") return { kind: word };
  if (word === "integer") return { kind: "integer" };
  if (word === "array" || word === "list") return { kind: "array", items: { kind: "unknown" } };
  if (word === "object") return { kind: "map", values: { kind: "unknown" } };
  return { kind: "unknown" };
}

const isTrue = (cell: string): boolean => /^(?:true|yes|required|1)$/i.test(cell);

function listOf(cell: string): readonly string[] {
  const items = cell.replace(/^\[|\]$/g, "").split(/[,;|]/);
  return [...new Set(items.map((item) => item.trim().replace(/^"|"$/g, "")))].filter(Boolean);
}
