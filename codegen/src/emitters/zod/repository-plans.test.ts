import { transformSync } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as zod from "zod";
import { arrivingEvents } from "../../../fixtures/arriving-values.js";
import { repositoryPlans } from "../../../fixtures/repository-plans.js";
import { strictAjv } from "../../../fixtures/strict-ajv.js";
import type { EmittedFile } from "../../emitter.js";
import { jsonSchemaEmitter } from "../json-schema/index.js";
import { jsonSchemaOptions } from "../json-schema/options.js";
import { zodEmitter } from "./index.js";
import { zodOptions } from "./options.js";

interface Generated {
  readonly schemaOf: (event: string) => zod.z.ZodType | undefined;
}

/** Runs a generated file, with this repository's zod. */
function load(text: string): Generated {
  const { code } = transformSync(text, { loader: "ts", format: "cjs", target: "es2022" });
  const module = { exports: {} };
  new Function("module", "require", code)(module, () => zod);
  return module.exports as Generated;
}

describe.each(repositoryPlans())("zod of %s", (_, plan) => {
  it("accepts and refuses what the JSON Schemas do", () => {
    const [file] = zodEmitter.emit(plan, zodOptions.parse({})) as readonly EmittedFile[];
    const { schemaOf } = load(file?.text ?? "");
    const files = jsonSchemaEmitter.emit(
      plan,
      jsonSchemaOptions.parse({}),
    ) as readonly EmittedFile[];
    const bundle = JSON.parse(files.at(-1)?.text ?? "");
    const ajv = strictAjv().addSchema(bundle);
    for (const event of plan.events) {
      const validate = ajv.getSchema(`${bundle.$id}#/$defs/${encodeURIComponent(event.name)}`);
      fc.assert(
        fc.property(arrivingEvents(plan, event, true), (properties) => {
          const isRight = validate?.(properties) === true;
          const result = schemaOf(event.name)?.safeParse(properties);
          const why = JSON.stringify({
            properties,
            ajv: validate?.errors,
            zod: result?.error?.issues,
          });
          expect(result?.success, why).toBe(isRight);
        }),
        { numRuns: 10 },
      );
    }
  }, 60_000);
});
