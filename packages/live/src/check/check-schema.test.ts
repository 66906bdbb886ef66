import type { JsonSchema } from "@dd0c/track-codegen";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsSchema } from "./check-schema.js";

const number = fc.integer({ min: -3, max: 3 });
const count = fc.integer({ min: 0, max: 3 });
const key = fc.constantFrom("a", "b", "c");
const { schema } = fc.letrec<{ schema: object }>((tie) => {
  const inner = tie("schema");
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  const some = (arbitrary: fc.Arbitrary<unknown>) => fc.option(arbitrary, { nil: undefined });
  const keywords = {
    type: some(
      fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object"),
    ),
    enum: some(
      fc.uniqueArray(fc.jsonValue({ maxDepth: 1 }), {
        minLength: 1,
        maxLength: 3,
        comparator: "SameValueZero",
      }),
    ),
    minimum: some(number),
    exclusiveMaximum: some(number),
    multipleOf: some(fc.integer({ min: 1, max: 3 })),
    minLength: some(count),
    maxLength: some(count),
    pattern: some(fc.constantFrom("^a", "\\d", "b$")),
    minItems: some(count),
    maxItems: some(count),
    items: some(inner),
    prefixItems: some(list),
    required: some(fc.uniqueArray(key, { maxLength: 2 })),
    properties: some(fc.dictionary(key, inner, { maxKeys: 2 })),
    additionalProperties: some(inner),
    propertyNames: some(fc.constant({ pattern: "^[ab]" })),
    maxProperties: some(count),
    anyOf: some(list),
    oneOf: some(list),
    allOf: some(list),
    not: some(inner),
  };
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthIdentifier: "schema" },
      fc.record({ type: keywords.type, minimum: keywords.minimum }, { requiredKeys: [] }),
      fc
        .tuple(
          fc.record(keywords),
          fc.subarray(Object.keys(keywords), { minLength: 1, maxLength: 3 }),
        )
        .map(([all, kept]) =>
          Object.fromEntries(kept.map((name) => [name, Reflect.get(all, name)])),
        ),
    ),
  };
});
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(key, fc.jsonValue({ maxDepth: 1 })),
  number,
  fc.constantFrom("a", "ab", "1b", ""),
);

test("judges as Ajv does", () => {
  const verdicts = { right: 0, wrong: 0 };
  fc.assert(
    fc.property(schema, value, (given, json) => {
      const plain = JSON.parse(JSON.stringify(given)) as JsonSchema;
      const text = JSON.stringify(json);
      // Ajv reads 1e+21 / 1 as 1, and so takes no whole number from there on for a multiple of anything.
      fc.pre(!/\de\+/.test(text));
      const it: unknown = JSON.parse(text);
      const isRight = new Ajv2020({ strict: false, validateSchema: false }).compile(plain)(it);
      verdicts[isRight ? "right" : "wrong"]++;
      expect(fitsSchema(it, plain)).toBe(isRight);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
  );
  expect(Math.min(verdicts.right, verdicts.wrong)).toBeGreaterThan(30);
}, 30_000);

test("references lead where they point, and in a circle end", () => {
  const tree = {
    $ref: "#/$defs/node",
    $defs: {
      node: {
        type: "object",
        properties: { next: { $ref: "#/$defs/node" } },
        additionalProperties: false,
      },
    },
  };
  expect(fitsSchema({ next: { next: {} } }, tree)).toBe(true);
  expect(fitsSchema({ next: { nxt: {} } }, tree)).toBe(false);
  expect(fitsSchema(1, { $ref: "#" })).toBe(true);
});
