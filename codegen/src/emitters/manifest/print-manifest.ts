import type { Manifest } from "./manifest.js";
import type { ManifestEvent } from "./manifest-event.js";

/**
 * The manifest as JSON that diffs well: a member of a list is a line, an event a line and one for
 * each property. The comma between events stands alone, so that a new event only adds lines.
 */
export function printManifest(manifest: Manifest): string {
  const { events, ...rest } = manifest;
  const lines = ["{"];
  for (const [key, value] of Object.entries(rest)) lines.push(...member(key, value));
  lines.push('  "events": [');
  for (const [index, event] of events.entries()) {
    if (index > 0) lines.push("    ,");
    lines.push(eventText(event));
  }
  lines.push("  ]", "}", "");
  return lines.join("\n");
}

/** A list of objects over several lines, anything else on one. */
function member(key: string, value: unknown): readonly string[] {
  const head = `  ${JSON.stringify(key)}: `;
  if (!Array.isArray(value) || value.every((item) => typeof item !== "object"))
    return [`${head}${JSON.stringify(value)},`];
  return [`${head}[`, ...items(value, "    "), "  ],"];
}

/** An event's text, remembered as long as the event is the same object. */
function eventText(event: ManifestEvent): string {
  const known = texts.get(event);
  if (known !== undefined) return known;
  const text = eventLines(event).join("\n");
  texts.set(event, text);
  return text;
}

const texts = new WeakMap<ManifestEvent, string>();

function eventLines({ properties, ...event }: ManifestEvent): readonly string[] {
  const head = `    ${JSON.stringify(event).slice(0, -1)},"properties":[`;
  return properties.length === 0 ? [`${head}]}`] : [head, ...items(properties, "      "), "    ]}"];
}

function items(list: readonly unknown[], indent: string): readonly string[] {
  const last = list.length - 1;
  return list.map((item, index) => `${indent}${JSON.stringify(item)}${index < last ? "," : ""}`);
}
