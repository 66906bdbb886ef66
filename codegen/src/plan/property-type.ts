import type { Origin } from "./origin.js";

/**
 * The type of a property's value, told apart by `kind`. Named types stay references (`named`);
 * their shape stands once in `ResolvedPlan.types`. Bounds are inclusive; null means unbounded.
 */
export type PropertyType =
  | StringType
  | IntegerType
  | NumberType
  | BooleanType
  | TimestampType
  | DateType
  | DurationType
  | MoneyType
  | EnumType
  | ConstType
  | ArrayType
  | ObjectType
  | MapType
  | UnionType
  | NamedType
  | JsonSchemaType;

export interface StringType {
  readonly kind: "string";
  /** A JSON Schema format such as `email` or `uuid`. */
  readonly format: string | null;
  /** An ECMAScript regular expression, unanchored. */
  readonly pattern: string | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

export interface IntegerType {
  readonly kind: "integer";
  readonly min: number | null;
  readonly max: number | null;
  /** What is counted: tokens, bytes, … */
  readonly unit: string | null;
}

export interface NumberType {
  readonly kind: "number";
  readonly min: number | null;
  readonly max: number | null;
  /** What is measured: percent, ratio, … */
  readonly unit: string | null;
}

export interface BooleanType {
  readonly kind: "boolean";
}

/** A moment; a string in RFC 3339 on the wire. */
export interface TimestampType {
  readonly kind: "timestamp";
}

/** A calendar day, `YYYY-MM-DD`. */
export interface DateType {
  readonly kind: "date";
}

/** A number of `unit`s. */
export interface DurationType {
  readonly kind: "duration";
  readonly unit: "ms" | "s" | "min" | "h" | "d";
  readonly min: number;
  readonly max: number | null;
}

/** An amount of one currency: whole cents (`minor`), whole millionths (`micros`), or `major` with a fraction. */
export interface MoneyType {
  readonly kind: "money";
  /** ISO 4217. */
  readonly currency: string;
  readonly unit: "major" | "minor" | "micros";
  readonly min: number | null;
  readonly max: number | null;
}

export interface EnumType {
  readonly kind: "enum";
  readonly members: readonly EnumMember[];
  /** Whether values outside the list may come one day. */
  readonly open: boolean;
}

export interface EnumMember {
  readonly value: string | number | boolean;
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
}

/** Filled in by the client; nobody passes it. */
export interface ConstType {
  readonly kind: "const";
  readonly value: string | number | boolean;
}

export interface ArrayType {
  readonly kind: "array";
  readonly items: PropertyValue;
  readonly minItems: number | null;
  readonly maxItems: number | null;
  readonly unique: boolean;
}

/** A closed object. */
export interface ObjectType {
  readonly kind: "object";
  readonly properties: readonly Property[];
}

/** An object with free keys. */
export interface MapType {
  readonly kind: "map";
  readonly values: PropertyValue;
  /** A regular expression that every key matches. */
  readonly keys: string | null;
  readonly maxKeys: number | null;
}

export interface UnionType {
  readonly kind: "union";
  readonly anyOf: readonly PropertyValue[];
}

/** A type of `ResolvedPlan.types`, by name. */
export interface NamedType {
  readonly kind: "named";
  readonly name: string;
}

/** JSON Schema draft 2020-12, self-contained: every `$ref` points into the schema itself. */
export interface JsonSchemaType {
  readonly kind: "json_schema";
  readonly schema: JsonSchema;
}

/** A JSON Schema as data. */
export type JsonSchema = { readonly [keyword: string]: JsonValue };

/** Anything that JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A value without a name: an array's item, a map's value, a union's branch, a named type. */
export interface PropertyValue {
  readonly type: PropertyType;
  readonly nullable: boolean;
  readonly description: string | null;
  readonly pii: Pii | null;
}

/** A named value: of an event, an object, a person, a group, or the context. */
export interface Property extends PropertyValue {
  readonly name: string;
  /** Always there. Where `when` is given, required only if it holds. */
  readonly required: boolean;
  /** All of these hold → the property is required. */
  readonly when: readonly Condition[] | null;
  readonly examples: readonly JsonValue[];
  readonly deprecated: Deprecation | null;
  readonly tags: readonly string[];
  /** The line that says it: in the event, the property group, the extension. */
  readonly origin: Origin;
  /** The shared property, property group or template that it came from, outermost first. */
  readonly lineage: readonly Ancestor[];
  readonly extensions: Extensions;
}

/** Keys under `x-…`, passed through untouched. */
export type Extensions = { readonly [key: string]: JsonValue };

/** One thing a property or event came from. */
export interface Ancestor {
  readonly kind: "property" | "property_group" | "template" | "extension" | "import";
  readonly name: string;
  readonly origin: Origin;
}

/** `property` has one of `values`, or (where `present` is set) is or is not there. */
export type Condition =
  | {
      readonly kind: "values";
      readonly property: string;
      readonly values: readonly (string | number | boolean)[];
    }
  | { readonly kind: "presence"; readonly property: string; readonly present: boolean };

/** The privacy decision, made once for client, docs, lint and provisioning alike. */
export interface Pii {
  readonly class: string;
  readonly handling: "hash" | "drop" | "allow";
  readonly reason: string | null;
  readonly reviewer: string | null;
  /** The day the review ends, YYYY-MM-DD. */
  readonly until: string | null;
}

export interface Deprecation {
  readonly reason: string;
  readonly replacedBy: string | null;
  readonly since: string | null;
  /** The day after which it may be removed, YYYY-MM-DD. */
  readonly sunset: string | null;
}
