import { readFileSync } from "node:fs";
import { join } from "node:path";

const index = join(import.meta.dirname, "../.cache/events.json");

// biome-ignore lint/style/noDefaultExport: VitePress asks for it.
export default {
  watch: [index],
  /** Every event, and what events are filtered by: `event-index.mjs` makes it. */
  load: () => JSON.parse(readFileSync(index, "utf8")),
};
