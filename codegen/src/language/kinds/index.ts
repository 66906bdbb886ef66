import * as z from "zod";
import { type ArraySpec, arrayKind } from "./array.js";
import { booleanKind } from "./boolean.js";
import { constKind } from "./const.js";
import { dateKind } from "./date.js";
import { durationKind } from "./duration.js";
import { enumKind } from "./enum.js";
import { integerKind } from "./integer.js";
import { jsonSchemaKind } from "./json-schema.js";
import { type MapSpec, mapKind } from "./map.js";
import { moneyKind } from "./money.js";
import { namedKind } from "./named.js";
import { numberKind } from "./number.js";
import { type ObjectSpec, objectKind } from "./object.js";
import { reference } from "./reference.js";
import { stringKind } from "./string.js";
import { timestampKind } from "./timestamp.js";
import { type UnionSpec, unionKind } from "./union.js";

/** Every property kind by its `type` word: one entry a kind, and the only list of them. */
export const kinds = {
  string: stringKind,
  integer: integerKind,
  number: numberKind,
  boolean: booleanKind,
  timestamp: timestampKind,
  date: dateKind,
  duration: durationKind,
  money: moneyKind,
  enum: enumKind,
  const: constKind,
  array: arrayKind,
  object: objectKind,
  map: mapKind,
  union: unionKind,
  named: namedKind,
  json_schema: jsonSchemaKind,
};

/** The word after `type:`. */
export type KindName = TypedSpec["type"];

/** A property written out: its kind's fields. */
export type TypedSpec =
  | z.infer<typeof stringKind>
  | z.infer<typeof integerKind>
  | z.infer<typeof numberKind>
  | z.infer<typeof booleanKind>
  | z.infer<typeof timestampKind>
  | z.infer<typeof dateKind>
  | z.infer<typeof durationKind>
  | z.infer<typeof moneyKind>
  | z.infer<typeof enumKind>
  | z.infer<typeof constKind>
  | ArraySpec
  | ObjectSpec
  | MapSpec
  | UnionSpec
  | z.infer<typeof namedKind>
  | z.infer<typeof jsonSchemaKind>;

/** A property by reference to a shared one. */
export type ReferenceSpec = z.infer<typeof reference>;

/**
 * A property as a person writes it: written out with `type`, a (refined) reference to a shared
 * property, or just `always` / `optional` for the shared property of the same name.
 */
export type PropertySpec = "always" | "optional" | TypedSpec | ReferenceSpec;

// The recursive kinds are typed by hand (a type cannot be inferred from itself), so the union is told here what they are.
const members = [...Object.values(kinds), reference] as unknown as [typeof stringKind];

/** What may stand after a property's name. */
export const propertySpec: z.ZodType<PropertySpec> = z
  .union([z.enum(["always", "optional"]), z.discriminatedUnion("type", members)])
  .meta({ id: "property" }) as unknown as z.ZodType<PropertySpec>;
