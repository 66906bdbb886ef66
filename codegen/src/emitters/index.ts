import type { Emitter } from "../emitter.js";
import { jsonSchemaEmitter } from "./json-schema/index.js";
import { manifestEmitter } from "./manifest/index.js";
import { markdownEmitter } from "./markdown/index.js";
import { typescriptEmitter } from "./typescript/index.js";
import { zodEmitter } from "./zod/index.js";

/** Every emitter that comes with the compiler, by name; `npm run new emitter <name>` adds a line. */
export const emitters: Readonly<Record<string, Emitter>> = {
  typescript: typescriptEmitter as Emitter,
  zod: zodEmitter as Emitter,
  "json-schema": jsonSchemaEmitter as Emitter,
  manifest: manifestEmitter as Emitter,
  markdown: markdownEmitter as Emitter,
};
