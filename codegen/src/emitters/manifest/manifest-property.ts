import type { Condition, JsonSchema, Pii } from "../../plan/property-type.js";

export interface ManifestProperty {
  readonly name: string;
  /** Whether it is always there. */
  readonly required: boolean;
  readonly type: ManifestType;
  /** The type in words, for messages: `"public" | "private"`, `integer 1..64 workers`. */
  readonly summary: string;
  /** All of these hold → it is required. */
  readonly when?: readonly Condition[];
  readonly nullable?: true;
  readonly pii?: ManifestPii;
  readonly deprecated?: ManifestDeprecation;
}

/** The privacy decision: a reviewed `allow` ends after `until`. */
export type ManifestPii = Pick<Pii, "class" | "handling"> & { readonly until?: string };

export interface ManifestDeprecation {
  readonly reason: string;
  readonly replacedBy?: string;
  readonly since?: string;
  /** The day after which it may be removed, YYYY-MM-DD. */
  readonly sunset?: string;
}

/** A value without a name. */
export interface ManifestValue {
  readonly type: ManifestType;
  readonly nullable?: true;
  readonly pii?: ManifestPii;
}

/** The type of a value, enough to check one. `named` points into `types`. */
export type ManifestType =
  | {
      readonly kind: "string";
      readonly format?: string;
      readonly pattern?: string;
      readonly minLength?: number;
      readonly maxLength?: number;
    }
  | ({ readonly kind: "integer" | "number" } & ManifestRange & { readonly unit?: string })
  | { readonly kind: "boolean" | "timestamp" | "date" }
  | ({ readonly kind: "duration"; readonly unit: string } & ManifestRange)
  | ({
      readonly kind: "money";
      readonly currency: string;
      readonly unit: "major" | "minor" | "micros";
    } & ManifestRange)
  | {
      readonly kind: "enum";
      readonly values: readonly ManifestScalar[];
      readonly open?: true;
      /** Values that are on their way out. */
      readonly deprecated?: readonly ManifestScalar[];
    }
  | { readonly kind: "const"; readonly value: ManifestScalar }
  | {
      readonly kind: "array";
      readonly items: ManifestValue;
      readonly minItems?: number;
      readonly maxItems?: number;
      readonly unique?: true;
    }
  | { readonly kind: "object"; readonly properties: readonly ManifestProperty[] }
  | {
      readonly kind: "map";
      readonly values: ManifestValue;
      readonly keys?: string;
      readonly maxKeys?: number;
    }
  | { readonly kind: "union"; readonly anyOf: readonly ManifestValue[] }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "json_schema"; readonly schema: JsonSchema };

export type ManifestScalar = string | number | boolean;

/** Inclusive bounds. */
export interface ManifestRange {
  readonly min?: number;
  readonly max?: number;
}
