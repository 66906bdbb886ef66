import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivingEvents } from "../../../../codegen/fixtures/arriving-values.js";
import { repositoryPlans } from "../../../../codegen/fixtures/repository-plans.js";
import { strictAjv } from "../../../../codegen/fixtures/strict-ajv.js";
import { jsonSchemaEmitter } from "../../../../codegen/src/emitters/json-schema/index.js";
import { jsonSchemaOptions } from "../../../../codegen/src/emitters/json-schema/options.js";
import { exampleEvents } from "../emit/example-events.js";
import type { ArrivedEvent } from "./arrived-event.js";
import { compileChecker } from "./compile-checker.js";
import type { LiveCode } from "./live-pages.js";

const from = Date.parse("2026-11-02T09:30:00Z");

/** What a JSON Schema cannot see: it knows neither addresses nor who sent what. */
const beyondSchemas = new Set<LiveCode>([
  "personal-data-in-clear",
  "secret-in-clear",
  "raw-distinct-id",
  "deprecated-event-sent",
  "deprecated-property-sent",
]);

describe.each(repositoryPlans())("%s", (_, plan) => {
  const checker = compileChecker(plan);
  const examples = exampleEvents(plan, { from });

  it("an example of every event is good", () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const { distinct_id: distinctId, ...rest } of examples) {
      const { violations } = checker.check({ ...rest, distinctId, set: null }, from);
      const wrong = violations.filter(({ severity }) => severity === "error");
      expect(wrong, JSON.stringify(rest)).toEqual([]);
    }
  });

  it("accepts and refuses what the JSON Schemas do", async () => {
    const files = await jsonSchemaEmitter.emit(
      plan,
      jsonSchemaOptions.parse({ posthog_keys: true }),
    );
    const bundle = JSON.parse(files.at(-1)?.text ?? "");
    const ajv = strictAjv().addSchema(bundle);
    // Where products hold a name differently, its schema is a choice; here the product says which.
    const once = plan.events.filter(
      ({ name }) => plan.events.filter((it) => it.name === name).length === 1,
    );
    let accepted = 0;
    let refused = 0;
    for (const event of once) {
      const validate = ajv.getSchema(`${bundle.$id}#/$defs/${encodeURIComponent(event.name)}`);
      fc.assert(
        fc.property(arrivingEvents(plan, event, true), (properties) => {
          const isRight = validate?.(properties) === true;
          if (isRight) accepted++;
          else refused++;
          const { violations } = checker.check(arrived(event.name, properties), from);
          const wrong = violations.filter(({ code }) => !beyondSchemas.has(code));
          const why = JSON.stringify({ properties, ajv: validate?.errors, wrong });
          expect(wrong.length === 0, why).toBe(isRight);
        }),
        { numRuns: 15 },
      );
    }
    expect(Math.min(accepted, refused)).toBeGreaterThan(once.length);
  }, 60_000);
});

function arrived(event: string, properties: unknown): ArrivedEvent {
  const own = properties as Readonly<Record<string, unknown>>;
  return { event, properties: own, distinctId: "usr_1", timestamp: null, uuid: null, set: null };
}
