import type { Emitter } from "../../emitter.js";
import { Lines } from "../../print/lines.js";
import { typeText } from "./kinds.js";
import { type TemplateOptions, templateOptions } from "./options.js";

/** TODO-describe: what it makes, in a sentence. */
export const templateEmitter: Emitter<TemplateOptions> = {
  name: "_template",
  description: "TODO-describe: what it makes, in a sentence.",
  options: templateOptions,
  emit(plan, options) {
    const lines = new Lines();
    for (const event of plan.events) {
      lines.block(
        `${event.name}:`,
        () => {
          for (const property of event.properties)
            lines.add(`${property.name}: ${typeText(property)}`);
        },
        "",
      );
    }
    return [{ path: options.file, text: lines.toString() }];
  },
};
