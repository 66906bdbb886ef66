import { arrivesNull, arrivingProperties, fateOf } from "../../plan/arrival.js";
import type {
  EnumMember,
  JsonSchema,
  PropertyType,
  PropertyValue,
} from "../../plan/property-type.js";
import { hoistRaw } from "./hoist-raw.js";
import { objectSchema } from "./object-schema.js";
import { definitionPointer, type SchemaContext } from "./schema-context.js";

type Describe<Kind extends PropertyType["kind"]> = (
  type: Extract<PropertyType, { kind: Kind }>,
  context: SchemaContext,
  path: string,
) => JsonSchema;

/** The schema of a value as it arrives; `path` names the place, for raw shapes that need a name. */
export function valueSchema(
  value: PropertyValue,
  context: SchemaContext,
  path: string,
): JsonSchema {
  const { description, pii } = value;
  const isHashed = fateOf(value, context.types) === "hashed";
  const nullable = isHashed ? arrivesNull(value, context.types) : value.nullable;
  const shape = shapeOf(value, context, path);
  return {
    ...(description === null ? {} : { description }),
    ...(nullable ? orNull(shape) : shape),
    ...(pii !== null && context.annotations
      ? { "x-pii": { class: pii.class, handling: pii.handling } }
      : {}),
  };
}

function shapeOf(value: PropertyValue, context: SchemaContext, path: string): JsonSchema {
  if (fateOf(value, context.types) === "hashed") {
    context.used.add("$hashed");
    return { $ref: definitionPointer("$hashed") };
  }
  const describe = table[value.type.kind] as Describe<PropertyType["kind"]>;
  return describe(value.type, context, path);
}

/** One entry a kind: a kind that is left out does not compile. */
const table = {
  string: ({ format, pattern, minLength, maxLength }) => ({
    type: "string",
    ...present({ format, pattern, minLength, maxLength }),
    ...(format === "date-time" ? moment : {}),
  }),
  integer: (type, context) => ({ ...whole(type), ...annotated(context, { "x-unit": type.unit }) }),
  number: (type, context) => ({
    ...fraction(type),
    ...annotated(context, { "x-unit": type.unit }),
  }),
  boolean: () => ({ type: "boolean" }),
  timestamp: () => ({ type: "string", format: "date-time", ...moment }),
  date: () => ({ type: "string", format: "date" }),
  duration: (type, context) => ({
    ...fraction(type),
    ...annotated(context, { "x-unit": type.unit }),
  }),
  money: (type, context) => ({
    ...(type.unit === "major" ? fraction(type) : whole(type)),
    ...annotated(context, { "x-currency": type.currency, "x-unit": type.unit }),
  }),
  enum: ({ members, open }, context) => enumSchema(members, open, context),
  const: ({ value }) => ({ const: value }),
  array: (type, context, path) => ({
    type: "array",
    items: itemSchema(type.items, context, `${path}/items`),
    ...present({ minItems: type.minItems, maxItems: type.maxItems }),
    ...(type.unique ? { uniqueItems: true } : {}),
  }),
  object: (type, context, path) =>
    objectSchema(arrivingProperties(type.properties, context.types), context, path),
  map: (type, context, path) => ({
    type: "object",
    ...(type.keys === null ? {} : { propertyNames: { pattern: type.keys } }),
    additionalProperties:
      fateOf(type.values, context.types) !== "dropped" &&
      valueSchema(type.values, context, `${path}/values`),
    ...present({ maxProperties: type.maxKeys }),
  }),
  union: (type, context, path) => ({
    anyOf: type.anyOf.map((branch, index) => valueSchema(branch, context, `${path}/${index}`)),
  }),
  named: ({ name }, context) => {
    context.used.add(name);
    return { $ref: definitionPointer(name) };
  },
  json_schema: ({ schema }, context, path) => hoistRaw(schema, context, path),
} as const satisfies { readonly [Kind in PropertyType["kind"]]: Describe<Kind> };

/** Clients send UTC with seconds; `date-time` alone also lets through forms that few parsers read. */
const moment = {
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$",
};

/** A dropped item leaves null behind, so that the others keep their places. */
function itemSchema(items: PropertyValue, context: SchemaContext, path: string): JsonSchema {
  return fateOf(items, context.types) === "dropped"
    ? { type: "null" }
    : valueSchema(items, context, path);
}

interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** Whole numbers that JavaScript holds exactly: beyond them a client cannot have meant the value. */
function whole({ min, max }: Bounds): JsonSchema {
  const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER } = Number;
  return { type: "integer", minimum: min ?? MIN_SAFE_INTEGER, maximum: max ?? MAX_SAFE_INTEGER };
}

function fraction({ min, max }: Bounds): JsonSchema {
  return { type: "number", ...present({ minimum: min, maximum: max }) };
}

function enumSchema(
  members: readonly EnumMember[],
  open: boolean,
  context: SchemaContext,
): JsonSchema {
  const values = members.map((member) => member.value);
  const types = [...new Set(values.map((value) => typeof value))].sort();
  const described = members.filter((member) => member.description !== null);
  const [only] = values;
  const known = {
    ...(types.length === 1 && !open ? { type: types[0] as string } : {}),
    ...(values.length === 1 && only !== undefined ? { const: only } : { enum: values }),
  };
  return {
    ...(open ? { anyOf: [known, ...types.map((type) => ({ type }))] } : known),
    ...(described.length === 0 || !context.annotations
      ? {}
      : {
          "x-enum-descriptions": Object.fromEntries(
            described.map((it) => [it.value, it.description]),
          ),
        }),
  };
}

/** The same schema with null as one more value. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type, const: only, enum: values, anyOf, ...rest } = schema;
  const more = { type: "null" };
  if (only !== undefined) return { enum: [only, null], ...rest };
  if (Array.isArray(anyOf)) return { anyOf: [...anyOf, more], ...rest };
  if (typeof type !== "string") return { anyOf: [schema, more] };
  return {
    type: [type, "null"],
    ...(Array.isArray(values) ? { enum: [...values, null] } : {}),
    ...rest,
  };
}

function annotated({ annotations }: SchemaContext, of: Record<string, string | null>): JsonSchema {
  return annotations ? present(of) : {};
}

function present(of: Record<string, string | number | null>): JsonSchema {
  const schema: Record<string, string | number> = {};
  for (const key of Object.keys(of)) {
    const value = of[key];
    if (value !== null && value !== undefined) schema[key] = value;
  }
  return schema;
}
