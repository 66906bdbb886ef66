import type { PropertyType } from "@dd0c/track-codegen";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P207: an object says what may stand in it. */
export const freeFormObject: PlanRule = {
  page: {
    id: "P207",
    name: "free-form-object",
    family: "plan",
    title: "An object in which anything may stand",
    why: "Whatever is at hand gets put in, personal data too, and no query can rely on any of it.",
    fix: "List its `properties:`; a map says which `keys:` it takes and how many (`max_keys:`).",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      properties:
        context: { type: map, values: { type: string }, description: What else is known. }
    `,
    good: yaml`
      properties:
        visits: { type: map, keys: "^[a-z]+$", values: { type: integer }, description: How often each page was opened. }
    `,
  },
  check: ({ ofKinds }) =>
    ofKinds("array", "map", "json_schema").flatMap((subject) => {
      const { name, type } = subject.property;
      if (!isFree(type)) return [];
      return [
        {
          subject,
          message: `"${name}" takes any key.`,
          help: "List what may stand in it, or say `keys:` and `max_keys:`.",
        },
      ];
    }),
};

function isFree(type: PropertyType): boolean {
  if (type.kind === "array") return isFree(type.items.type);
  if (type.kind === "map") return type.keys === null && type.maxKeys === null;
  if (type.kind !== "json_schema") return false;
  const { schema } = type;
  const says = [
    "properties",
    "patternProperties",
    "propertyNames",
    "$ref",
    "anyOf",
    "oneOf",
    "allOf",
    "enum",
  ];
  return schema.type === "object" && !says.some((key) => key in schema);
}
