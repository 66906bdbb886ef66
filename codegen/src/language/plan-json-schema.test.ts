import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { catalogue } from "./catalogue.js";
import { type JsonSchemaObject, planJsonSchema } from "./plan-json-schema.js";

const schema = planJsonSchema();
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

/** What an editor underlines in a YAML text. */
function complaints(text: string): readonly string[] {
  validate(parse(text) ?? {});
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "if" && keyword !== "anyOf")
    .map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const event = (rest: string): string =>
  `plan: shop\nevents:\n  order_paid:\n    description: Money arrived.\n${rest}`;

describe("accepts", () => {
  const home = join(import.meta.dirname, "../../../schema");
  const files = readdirSync(home, { recursive: true, encoding: "utf8" });
  test.each(files.filter((file) => file.endsWith(".yaml")))("schema/%s", (file) => {
    expect(complaints(readFileSync(join(home, file), "utf8"))).toEqual([]);
  });

  const pages = Object.entries(catalogue).filter(([, { good }]) => good !== undefined);
  test.each(pages)("the good example of %s", (_, { good = "" }) => {
    expect(complaints(/^plan:/m.test(good) ? good : `plan: shop\n${good}`)).toEqual([]);
  });

  test("keys under x- anywhere", () => {
    expect(complaints(event("    x-board: 1\n    properties:\n      a: { x-y: 1 }\n"))).toEqual([]);
    expect(complaints("plan: shop\nx-own: [1]\n")).toEqual([]);
  });
});

describe("refuses, with one message each", () => {
  test.each([
    [
      "a key with a typo",
      event("    triger: now\n"),
      "/events/order_paid must NOT have additional",
    ],
    ["a word that is none", event("    kind: funel\n"), "/events/order_paid/kind must be equal to"],
    [
      "a kind's key with a typo",
      event("    properties:\n      a: { type: string, max_lenght: 1 }\n"),
      "/events/order_paid/properties/a must NOT have additional",
    ],
    [
      "a key of another kind",
      event("    properties:\n      a: { type: string, max: 1 }\n"),
      "/events/order_paid/properties/a must NOT have additional",
    ],
    ["a section of the root in another file", "teams: {}\n", " must have property plan when"],
  ])("%s", (_, text, expected) => {
    const found = complaints(text);
    expect(found.some((it) => it.startsWith(expected))).toBe(true);
  });
});

describe("helps an editor", () => {
  const definitions = schema.definitions as Record<string, JsonSchemaObject>;

  test("every key of every object has a description", () => {
    const bare: string[] = [];
    walk(schema, "", (at, it) => {
      if (at.endsWith("/if")) return;
      for (const [key, value] of Object.entries((it.properties ?? {}) as JsonSchemaObject)) {
        const { description, const: fixed, $ref, allOf } = value as JsonSchemaObject;
        if ((description ?? fixed ?? $ref ?? allOf) === undefined) bare.push(`${at}/${key}`);
      }
    });
    expect(bare).toEqual([]);
  });

  test("completes the kinds of a property, each with what it is", () => {
    const property = definitions.property as { anyOf: readonly JsonSchemaObject[] };
    const { type = {} } = (property.anyOf[1]?.properties ?? {}) as { type?: JsonSchemaObject };
    expect(type.enum).toContain("duration");
    expect(type.enumDescriptions).toHaveLength((type.enum as string[]).length);
    expect((type.enumDescriptions as string[]).every((it) => typeof it === "string")).toBe(true);
  });

  test("every reference leads somewhere", () => {
    const loose: string[] = [];
    walk(schema, "", (at, { $ref }) => {
      const name = typeof $ref === "string" ? $ref.replace("#/definitions/", "") : null;
      if (name !== null && definitions[name] === undefined) loose.push(`${at} → ${name}`);
    });
    expect(loose).toEqual([]);
  });

  test("says in words what a pattern wants", () => {
    const silent: string[] = [];
    walk(schema, "", (at, it) => {
      if (typeof it.pattern === "string" && it.patternErrorMessage === undefined) silent.push(at);
    });
    expect(silent).toEqual([]);
  });
});

/** Every schema inside a schema, with where it stands. */
function walk(
  schema: JsonSchemaObject,
  at: string,
  visit: (at: string, schema: JsonSchemaObject) => void,
): void {
  visit(at, schema);
  const inner: readonly (readonly [string, unknown])[] = [
    ...["properties", "patternProperties", "definitions"].flatMap((key) =>
      Object.entries((schema[key] ?? {}) as JsonSchemaObject),
    ),
    ...["anyOf", "allOf", "oneOf"].flatMap((key) => Object.entries((schema[key] ?? []) as object)),
    ...["additionalProperties", "items", "not", "if", "then"].map(
      (key) => [key, schema[key]] as const,
    ),
  ];
  for (const [key, value] of inner) {
    if (typeof value === "object" && value !== null) {
      walk(value as JsonSchemaObject, `${at}/${key}`, visit);
    }
  }
}
