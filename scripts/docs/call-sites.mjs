import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../steps.mjs";

/**
 * Where code sends events, as the markdown emitter takes it: read from a JSON file,
 * `[{ "event": "…", "file": "…", "line": 1 }]`, or found by the lint below a folder of the repository.
 * Tests do not count.
 */
export async function callSites(source) {
  if (source === undefined) return [];
  if (source.endsWith(".json")) return JSON.parse(readFileSync(source, "utf8"));
  const { analyse } = await import("@dd0c/track-lint/code");
  const { sites } = analyse({ root, include: [source] });
  const texts = new Map();
  return sites
    .filter(({ place }) => !place.isInTest)
    .flatMap(({ callee: { file, end }, event }) => {
      if (!texts.has(file)) texts.set(file, readFileSync(join(root, file), "utf8"));
      const line = texts.get(file).slice(0, end).split("\n").length;
      return event.names.map(({ name }) => ({ event: name, file, line }));
    });
}
