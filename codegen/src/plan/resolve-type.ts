import type { KindName, PropertySpec, TypedSpec } from "../language/kinds/index.js";
import type { Span } from "../language/span.js";
import { brokenType } from "./broken-type.js";
import { whyNoExpression } from "./expression.js";
import type { EnumMember, JsonSchema, PropertyType, PropertyValue } from "./property-type.js";
import { resolveDeprecation } from "./resolve-deprecation.js";

/** What resolving a type needs from around it. */
export interface TypeScope {
  /** A nested value: an array's items, a map's values, a union's branch. */
  value(spec: PropertySpec, key: string | number, owner: object): PropertyValue;
  /** The properties of a nested object. */
  object(properties: Record<string, PropertySpec>): Extract<PropertyType, { kind: "object" }>;
  /** The name of a named type as this plan knows it; reports and returns null where there is none. */
  named(name: string, owner: object): string | null;
  /** A JSON Schema made self-contained, `$ref`s to files taken in. */
  jsonSchema(schema: Record<string, unknown>, owner: object): JsonSchema;
  /** A finding about a type. */
  report(
    code: "contradictory-constraint" | "enum-empty-or-duplicate",
    span: Span,
    message: string,
  ): void;
  /** Where a key of an object stands. */
  span(owner: object, key: string): Span;
}

type Resolve<Name extends KindName> = (
  spec: Extract<TypedSpec, { type: Name }>,
  scope: TypeScope,
) => PropertyType;

/** A written-out property's type. */
export function resolveType(spec: TypedSpec, scope: TypeScope): PropertyType {
  const resolve = table[spec.type] as Resolve<KindName>;
  return resolve(spec, scope);
}

/** One entry a kind: a kind that is left out does not compile. */
const table: { readonly [Name in KindName]: Resolve<Name> } = {
  string: (spec, scope) => {
    ordered(spec, "min_length", "max_length", scope);
    if (spec.pattern !== undefined) expression(spec, "pattern", spec.pattern, scope);
    return {
      kind: "string",
      format: spec.format ?? null,
      pattern: spec.pattern ?? null,
      minLength: spec.min_length ?? null,
      maxLength: spec.max_length ?? null,
    };
  },
  integer: (spec, scope) => {
    ordered(spec, "min", "max", scope);
    return {
      kind: "integer",
      min: spec.min ?? null,
      max: spec.max ?? null,
      unit: spec.unit ?? null,
    };
  },
  number: (spec, scope) => {
    ordered(spec, "min", "max", scope);
    return {
      kind: "number",
      min: spec.min ?? null,
      max: spec.max ?? null,
      unit: spec.unit ?? null,
    };
  },
  boolean: () => ({ kind: "boolean" }),
  timestamp: () => ({ kind: "timestamp" }),
  date: () => ({ kind: "date" }),
  duration: (spec, scope) => {
    ordered(spec, "min", "max", scope);
    return { kind: "duration", unit: spec.unit, min: spec.min ?? 0, max: spec.max ?? null };
  },
  money: (spec, scope) => {
    ordered(spec, "min", "max", scope);
    const { currency, unit = "minor" } = spec;
    return { kind: "money", currency, unit, min: spec.min ?? null, max: spec.max ?? null };
  },
  enum: (spec, scope) => {
    const members = enumMembers(spec);
    const seen = new Set<EnumMember["value"]>();
    const twice = members.find(({ value }) => seen.has(value) || !seen.add(value));
    if (twice !== undefined || members.length === 0) {
      const message =
        twice === undefined
          ? "An enum has at least one value."
          : `The value ${JSON.stringify(twice.value)} stands twice.`;
      scope.report("enum-empty-or-duplicate", scope.span(spec, "values"), message);
    }
    return { kind: "enum", members, open: spec.open ?? false };
  },
  const: (spec) => ({ kind: "const", value: spec.value }),
  array: (spec, scope) => {
    ordered(spec, "min_items", "max_items", scope);
    return {
      kind: "array",
      items: scope.value(spec.items, "items", spec),
      minItems: spec.min_items ?? null,
      maxItems: spec.max_items ?? null,
      unique: spec.unique ?? false,
    };
  },
  object: (spec, scope) => scope.object(spec.properties),
  map: (spec, scope) => {
    if (spec.keys !== undefined) expression(spec, "keys", spec.keys, scope);
    return {
      kind: "map",
      values: scope.value(spec.values, "values", spec),
      keys: spec.keys ?? null,
      maxKeys: spec.max_keys ?? null,
    };
  },
  union: (spec, scope) => ({
    kind: "union",
    anyOf: spec.any_of.map((branch, index) => scope.value(branch, index, spec.any_of)),
  }),
  named: (spec, scope) => {
    const name = scope.named(spec.name, spec);
    return name === null ? brokenType : { kind: "named", name };
  },
  json_schema: (spec, scope) => ({
    kind: "json_schema",
    schema: scope.jsonSchema(spec.schema, spec),
  }),
};

function enumMembers(spec: Extract<TypedSpec, { type: "enum" }>): readonly EnumMember[] {
  const { values } = spec;
  if (Array.isArray(values))
    return values.map((value) => ({ value, description: null, deprecated: null }));
  return Object.entries(values).map(([value, about]) => {
    if (about === null || typeof about === "string")
      return { value, description: about, deprecated: null };
    return {
      value,
      description: about.description ?? null,
      deprecated: resolveDeprecation(about.deprecated),
    };
  });
}

/** A finding where the lower bound is above the upper one. */
function ordered<Spec extends object>(
  spec: Spec,
  low: keyof Spec & string,
  high: keyof Spec & string,
  scope: TypeScope,
): void {
  const [from, to] = [spec[low], spec[high]];
  if (typeof from !== "number" || typeof to !== "number" || from <= to) return;
  scope.report(
    "contradictory-constraint",
    scope.span(spec, low),
    `\`${low}: ${from}\` is above \`${high}: ${to}\`, so no value fits.`,
  );
}

/** A finding where a pattern is no regular expression. */
function expression(spec: object, key: string, pattern: string, scope: TypeScope): void {
  const why = whyNoExpression(pattern);
  if (why === null) return;
  scope.report(
    "contradictory-constraint",
    scope.span(spec, key),
    `${key} is no regular expression: ${why}.`,
  );
}
