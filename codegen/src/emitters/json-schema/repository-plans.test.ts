import { describe, expect, it } from "vitest";
import { repositoryPlans } from "../../../fixtures/repository-plans.js";
import { strictAjv } from "../../../fixtures/strict-ajv.js";
import type { EmittedFile } from "../../emitter.js";
import { jsonSchemaEmitter } from "./index.js";
import { jsonSchemaOptions } from "./options.js";

describe.each(repositoryPlans())("json-schema of %s", (_, plan) => {
  const files = jsonSchemaEmitter.emit(plan, jsonSchemaOptions.parse({})) as readonly EmittedFile[];

  it("compiles in strict mode", () => {
    const ajv = strictAjv();
    for (const { text } of files) ajv.compile(JSON.parse(text));
  });

  it("has examples that fit", () => {
    const ajv = strictAjv();
    for (const { path, text } of files) {
      const { properties = {}, $defs = {} } = JSON.parse(text);
      for (const [name, property] of Object.entries<{ examples?: unknown[] }>(properties)) {
        if (property.examples === undefined) continue;
        const validate = ajv.compile({ ...property, $defs });
        for (const example of property.examples) {
          expect(validate(example), `${path} ${name} ${JSON.stringify(example)}`).toBe(true);
        }
      }
    }
  });
});
