import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { JsonSchema } from "../../plan/property-type.js";
import { faithfulShape } from "./faithful-shape.js";
import { rawText } from "./raw-text.js";

/** Shapes that zod judges as ajv does. */
const kept: readonly JsonSchema[] = [
  {},
  { type: ["string", "null"] },
  { type: "integer", exclusiveMinimum: 0, maximum: 9, multipleOf: 3 },
  { type: "string", enum: ["a", "b"] },
  { enum: [1, "a", null, true] },
  { const: "a" },
  { type: "array", items: { type: "boolean" }, minItems: 1, maxItems: 2, uniqueItems: true },
  { type: "array", contains: { const: 1 } },
  { type: "object", properties: { a: { type: "number" } }, required: ["a"] },
  { type: "object", properties: { a: {} }, additionalProperties: { type: "string" } },
  {
    type: "object",
    propertyNames: { type: "string", pattern: "^[ab]$" },
    minProperties: 1,
    maxProperties: 1,
  },
  { anyOf: [{ type: "string" }, { type: "array", items: { $ref: "#" } }] },
  {
    oneOf: [
      { type: "number", minimum: 0 },
      { type: "number", maximum: 1 },
    ],
  },
  { $ref: "#/$defs/a", $defs: { a: { type: "boolean" } } },
  { type: "object", properties: { a: { type: "string", default: "b" } }, required: ["a"] },
];

/** Shapes of which zod 4.6 would leave a part out, or which it does not take. */
const lost: readonly JsonSchema[] = [
  { minLength: 3 },
  { properties: { a: { type: "string" } } },
  { type: "object", required: ["a"] },
  { type: "string", enum: ["ab"], maxLength: 1 },
  { enum: [{ a: 1 }] },
  { $ref: "#/$defs/a/properties/b", $defs: { a: { properties: { b: { type: "string" } } } } },
  { $ref: "#/$defs/a", type: "string", $defs: { a: {} } },
  { not: { type: "string" } },
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword, in data nobody awaits.
  { if: { const: 1 }, then: false },
  { type: "array", prefixItems: [{ type: "string" }] },
  { type: "object", patternProperties: { "^a": { type: "string" } } },
  { type: "object", dependentRequired: { a: ["b"] } },
  { type: "object", unevaluatedProperties: false },
  { type: "object", properties: JSON.parse('{"__proto__":{"type":"string"}}') },
];

const value = fc.oneof(
  fc.constantFrom<unknown>(null, 0, 1, 3, 6, 0.5, "", "a", "b", true, [], [1], ["a"], [true], {}),
  fc.constantFrom<unknown>({ a: 1 }, { a: "b" }, { b: "a" }, { c: 1 }, { a: 1, b: "x" }, [
    [],
    ["a"],
  ]),
  fc.jsonValue().filter((it) => !JSON.stringify(it).includes("__proto__")),
);

describe("faithfulShape", () => {
  it.each(kept.map((schema) => [JSON.stringify(schema), schema] as const))(
    "keeps %s",
    (_, schema) => {
      const validate = new Ajv2020({ strict: false }).compile(schema);
      const shape = faithfulShape(schema) as Parameters<typeof z.fromJSONSchema>[0];
      expect(shape).not.toBeNull();
      const translated = z.fromJSONSchema(shape);
      fc.assert(
        fc.property(value, (it) => {
          expect(translated.safeParse(it).success, JSON.stringify(it)).toBe(validate(it));
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(lost.map((schema) => [JSON.stringify(schema), schema] as const))(
    "asks only for JSON in place of %s",
    (_, schema) => {
      expect(rawText(schema)).toBe("z.json()");
    },
  );

  it("asks only for JSON where a reference leads nowhere", () => {
    expect(rawText({ $ref: "#/$defs/none" })).toBe("z.json()");
  });
});
