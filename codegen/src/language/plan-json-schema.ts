import * as z from "zod";
import { kinds } from "./kinds/index.js";
import { planFile, rootFile } from "./plan-file.js";

/** A JSON Schema as plain data. */
export type JsonSchemaObject = { [key: string]: unknown };

/**
 * The JSON Schema (draft 7, which editors' YAML support reads best) of a plan's files, made from the
 * zod schemas that the compiler itself checks with. One schema serves all files of a plan: sections
 * of the root file ask for `plan:`.
 */
export function planJsonSchema(): JsonSchemaObject {
  const schema: JsonSchemaObject = z.toJSONSchema(rootFile, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) =>
      decorate(zodSchema as unknown as z.ZodType, jsonSchema),
  });
  const { definitions, properties, ...rest } = schema;
  const { $schema, required: _required, ...root } = rest;
  return {
    $schema,
    $comment: "Written by `dd0c-track schema`, from the compiler's own definition of a plan.",
    title: "Tracking plan",
    description: "A file of a dd0c tracking plan: the root file says `plan:`, the others do not.",
    ...root,
    properties,
    dependencies: rootOnly(),
    definitions: withPropertyKinds(definitions as JsonSchemaObject),
  };
}

/** Sections that only the root file may hold ask for `plan:`. */
function rootOnly(): JsonSchemaObject {
  const sections = Object.keys(rootFile.shape).filter((key) => !(key in planFile.shape));
  return Object.fromEntries(sections.filter((key) => key !== "plan").map((key) => [key, ["plan"]]));
}

/** What an editor needs beyond zod: keys under `x-`, Markdown, messages for patterns, snippets. */
function decorate(zodSchema: z.ZodType, schema: JsonSchemaObject): void {
  delete schema.propertyNames;
  if (schema.additionalProperties === false) {
    schema.patternProperties = { "^x-": { description: "Your own; emitters see it." } };
    const properties = schema.properties as Record<string, JsonSchemaObject>;
    // Stands for "no `type`" in zod's union; here `property` tells the cases apart.
    if (isEmpty(properties.type)) delete properties.type;
  }
  const { description } = schema;
  if (typeof description === "string" && description.includes("`")) {
    schema.markdownDescription = description;
  }
  if (typeof schema.pattern === "string") {
    const message = zodSchema.safeParse(" ").error?.issues[0]?.message;
    if (message !== undefined) schema.patternErrorMessage = message;
    const example = message?.match(/such as (\S+)/)?.[1];
    if (example !== undefined) schema.examples = [example];
  }
}

function isEmpty(schema: JsonSchemaObject | undefined): boolean {
  return schema !== undefined && Object.keys(schema).length === 0;
}

/**
 * `property` as a choice by its `type`: `if … then` instead of `oneOf`, so that an editor completes
 * the keys of the kind that is written, and a typo is one message instead of seventeen.
 */
function withPropertyKinds(definitions: JsonSchemaObject): JsonSchemaObject {
  const { property, ...others } = definitions;
  const [words, written] = (property as { anyOf: readonly JsonSchemaObject[] }).anyOf;
  const members = (written as { oneOf: readonly JsonSchemaObject[] }).oneOf;
  const names = Object.keys(kinds);
  const typed = members.slice(0, names.length);
  const [reference] = members.slice(names.length);
  const descriptions = typed.map((it) => it.description);
  const type = {
    type: "string",
    enum: names,
    description: "The kind of its values.",
    enumDescriptions: descriptions,
    markdownEnumDescriptions: descriptions,
  };
  const choices = names.map((name) => ({
    if: { properties: { type: { const: name } }, required: ["type"] },
    // biome-ignore lint/suspicious/noThenProperty: this is JSON Schema's `then`, no promise.
    then: { $ref: `#/definitions/${definitionName(name)}` },
  }));
  const shared = {
    if: { not: { required: ["type"] } },
    // biome-ignore lint/suspicious/noThenProperty: this is JSON Schema's `then`, no promise.
    then: { $ref: "#/definitions/shared_property" },
  };
  const object = { type: "object", properties: { type }, allOf: [...choices, shared] };
  return {
    property: {
      description:
        "A property: `always` or `optional` for the shared one of its name, a refinement of a shared one, or written out with `type`.",
      markdownDescription:
        "A property: `always` or `optional` for the shared one of its name, a refinement of a shared one, or written out with `type`.",
      anyOf: [words, object],
    },
    shared_property: reference,
    ...Object.fromEntries(typed.map((it, index) => [definitionName(names[index] ?? ""), it])),
    ...others,
  };
}

const definitionName = (kind: string): string => `${kind}_property`;
