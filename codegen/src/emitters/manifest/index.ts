import type { Emitter } from "../../emitter.js";
import { compileManifest } from "./compile-manifest.js";
import { manifestJsonSchema } from "./manifest-schema.js";
import { type ManifestOptions, manifestOptions } from "./options.js";
import { printManifest } from "./print-manifest.js";

export type * from "./manifest.js";
export type * from "./manifest-event.js";
export type * from "./manifest-property.js";
export { manifestSchema } from "./manifest-schema.js";

/** One JSON file with what the lint and the live check need to know of a plan. */
export const manifestEmitter: Emitter<ManifestOptions> = {
  name: "manifest",
  description: "One JSON file with what the lint and the live check need.",
  options: manifestOptions,
  emit(plan, { schema }) {
    const manifest = { path: "manifest.json", text: printManifest(compileManifest(plan)) };
    if (!schema) return [manifest];
    const text = `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`;
    return [manifest, { path: "manifest.schema.json", text }];
  },
};
