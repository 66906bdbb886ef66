import type { Draft, DraftEvent, DraftProperty, DraftType } from "./draft.js";
import { yamlScalar, yamlText } from "./yaml-scalar.js";

/** The YAML of a draft, and which lines say what; lines count from 0. */
export interface PrintedDraft {
  readonly text: string;
  /** By the line of its key: the event, or the property of it. */
  readonly places: readonly DraftPlace[];
}

/** From which line on an event, or a property of it, is what the text speaks of. */
export interface DraftPlace {
  readonly line: number;
  /** Null for a shared property. */
  readonly event: string | null;
  /** Null for the event itself. */
  readonly property: string | null;
}

/** Prints a draft as a plan's root file. Everything is sorted, so the same draft gives the same bytes. */
export function printDraft(draft: Draft): PrintedDraft {
  const lines: string[] = [];
  const places: DraftPlace[] = [];
  lines.push("# yaml-language-server: $schema=plan.schema.json");
  lines.push(...draft.notes.map(comment));
  lines.push(`plan: ${handleOf(draft.name)}`, "version: 0.1.0");
  lines.push(`description: ${yamlText(draft.description)}`);
  if (draft.runtimes.length > 0) lines.push(`runtimes: [${draft.runtimes.join(", ")}]`);
  printShared(draft.properties ?? [], lines, places);
  lines.push("", draft.events.length === 0 ? "events: {}" : "events:");
  const events = [...draft.events].sort((a, b) => compare(a.name, b.name));
  for (const [index, event] of events.entries()) {
    if (index > 0) lines.push("");
    lines.push(...event.notes.map((note) => `  ${comment(note)}`));
    places.push({ line: lines.length, event: event.name, property: null });
    printEvent(event, lines, places);
  }
  return { text: `${lines.join("\n")}\n`, places };
}

function printShared(
  properties: readonly DraftProperty[],
  lines: string[],
  places: DraftPlace[],
): void {
  if (properties.length === 0) return;
  lines.push("", "properties:");
  for (const property of [...properties].sort((a, b) => compare(a.name, b.name))) {
    lines.push(...property.notes.map((note) => `  ${comment(note)}`));
    places.push({ line: lines.length, event: null, property: property.name });
    lines.push(`  ${yamlText(property.name)}:`, ...propertyLines(property, "    "));
  }
}

function printEvent(event: DraftEvent, lines: string[], places: DraftPlace[]): void {
  lines.push(`  ${yamlText(event.name)}:`);
  lines.push(`    description: ${yamlText(event.description)}`);
  if (event.trigger !== undefined) lines.push(`    trigger: ${yamlText(event.trigger)}`);
  if (event.runtimes !== undefined) lines.push(`    runtimes: [${event.runtimes.join(", ")}]`);
  if (event.tags !== undefined && event.tags.length > 0) {
    lines.push(`    tags: [${event.tags.map(flowText).join(", ")}]`);
  }
  if (event.deprecated !== undefined) {
    const { reason, replacedBy } = event.deprecated;
    lines.push("    deprecated:", `      reason: ${yamlText(reason)}`);
    if (replacedBy !== undefined) lines.push(`      replaced_by: ${yamlText(replacedBy)}`);
  }
  if (event.properties.length === 0) return;
  lines.push("    properties:");
  for (const property of [...event.properties].sort((a, b) => compare(a.name, b.name))) {
    lines.push(...property.notes.map((note) => `      ${comment(note)}`));
    places.push({ line: lines.length, event: event.name, property: property.name });
    lines.push(`      ${yamlText(property.name)}:`, ...propertyLines(property, "        "));
  }
}

function propertyLines(property: DraftProperty, indent: string): readonly string[] {
  const { description, required, nullable, pii, examples } = property;
  const lines = typeLines(property.type, indent);
  if (required) lines.push(`${indent}required: always`);
  if (nullable === true) lines.push(`${indent}nullable: true`);
  lines.push(`${indent}description: ${yamlText(description)}`);
  if (pii !== undefined) {
    lines.push(`${indent}pii: { class: ${pii.class}, handling: ${pii.handling} }`);
  }
  if (examples !== undefined && examples.length > 0) {
    lines.push(`${indent}examples: [${examples.map(flowScalar).join(", ")}]`);
  }
  return lines;
}

function typeLines(type: DraftType, indent: string): string[] {
  const { kind } = type;
  const lines = [`${indent}type: ${kind === "unknown" ? "union" : kind}`];
  switch (kind) {
    case "unknown":
      lines.push(`${indent}any_of: [{ type: string }, { type: number }, { type: boolean }]`);
      break;
    case "string":
      if (type.format !== undefined) lines.push(`${indent}format: ${type.format}`);
      if (type.pattern !== undefined) lines.push(`${indent}pattern: ${yamlText(type.pattern)}`);
      if (type.minLength !== undefined) lines.push(`${indent}min_length: ${type.minLength}`);
      if (type.maxLength !== undefined) lines.push(`${indent}max_length: ${type.maxLength}`);
      break;
    case "integer":
    case "number":
      if (type.min !== undefined) lines.push(`${indent}min: ${type.min}`);
      if (type.max !== undefined) lines.push(`${indent}max: ${type.max}`);
      break;
    case "enum":
      lines.push(`${indent}values: [${type.values.map(flowScalar).join(", ")}]`);
      if (type.open === true) lines.push(`${indent}open: true`);
      break;
    case "array":
      lines.push(`${indent}items:`, ...typeLines(type.items, `${indent}  `));
      break;
    case "map":
      lines.push(`${indent}values:`, ...typeLines(type.values, `${indent}  `));
      break;
    case "object":
      lines.push(type.properties.length === 0 ? `${indent}properties: {}` : `${indent}properties:`);
      for (const property of type.properties) {
        lines.push(`${indent}  ${yamlText(property.name)}:`);
        lines.push(...propertyLines(property, `${indent}    `));
      }
      break;
    case "union":
      lines.push(`${indent}any_of:`);
      for (const branch of type.anyOf) {
        const [first = "", ...rest] = typeLines(branch, `${indent}    `);
        lines.push(`${indent}  - ${first.trimStart()}`, ...rest);
      }
  }
  return lines;
}

/** A plan's or team's name out of any text: `Acme's Plan` → `Acme-s-Plan`. */
export function handleOf(text: string): string {
  const handle = text.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^[^A-Za-z]+|-+$/g, "");
  if (handle === "") return "my-plan";
  // Members of every object or function are names that no plan can have.
  const isTaken = handle in Function.prototype || /^(?:prototype|then|toJSON)$/.test(handle);
  return isTaken ? `${handle}-plan` : handle;
}

function flowText(text: string): string {
  const plain = yamlText(text);
  return /[,[\]{}]/.test(plain) && !plain.startsWith('"') ? JSON.stringify(text) : plain;
}

const flowScalar = (value: string | number | boolean): string =>
  typeof value === "string" ? flowText(value) : yamlScalar(value);

const comment = (note: string): string => `# ${note.replace(/[\p{Cc}\u2028\u2029]+/gu, " ")}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
