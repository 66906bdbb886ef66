import type { Emitter } from "../emitter.js";
import { typescriptEmitter } from "./typescript/index.js";

/** Every emitter that comes with the compiler, by name; `npm run new emitter <name>` adds a line. */
export const emitters: Readonly<Record<string, Emitter>> = {
  typescript: typescriptEmitter as Emitter,
};
