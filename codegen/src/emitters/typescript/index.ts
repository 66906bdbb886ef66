import type { Emitter } from "../../emitter.js";
import { clientsOf } from "./client.js";
import { clientFile } from "./client-file.js";
import { type TypescriptOptions, typescriptOptions } from "./options.js";
import { shapeFile } from "./shape-file.js";
import { Shapes } from "./shapes.js";

/** Typed clients: one file for each product and runtime, and one for each raw JSON Schema. */
export const typescriptEmitter: Emitter<TypescriptOptions> = {
  name: "typescript",
  description: "Typed track() clients, one file for each product and runtime.",
  options: typescriptOptions,
  async emit(plan, options) {
    const shapes = new Shapes(plan);
    const clients = clientsOf(plan, options, shapes).map(clientFile);
    return [
      ...clients,
      ...(await Promise.all(shapes.all.map((shape) => shapeFile(shape, plan.origin.file)))),
    ];
  },
};
