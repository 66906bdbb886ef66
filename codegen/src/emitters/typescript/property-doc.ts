import type { Condition, Property, PropertyType } from "../../plan/property-type.js";

/** What an editor shows of a property: its meaning, then its unit, bounds, privacy and condition. */
export function propertyDoc(property: Property): readonly (string | null)[] {
  const facts = [
    unitOf(property.type),
    boundsOf(property.type),
    privacyOf(property),
    conditionOf(property.when),
  ];
  const [example] = property.examples;
  if (example !== undefined && !sayNothing.has(property.type.kind))
    facts.push(`For example \`${JSON.stringify(example)}\`.`);
  const line = facts.filter((fact) => fact !== null).join(" ");
  return [join(property.description, line), valuesOf(property.type)];
}

/** Kinds of which an example tells nothing that the type does not. */
const sayNothing: ReadonlySet<PropertyType["kind"]> = new Set([
  "boolean",
  "enum",
  "const",
  "object",
  "union",
  "json_schema",
]);

function join(description: string | null, facts: string): string {
  if (description === null) return facts;
  const sentence = /[.!?…]$/.test(description) ? description : `${description}.`;
  return facts === "" ? sentence : `${sentence} ${facts}`;
}

function unitOf(type: PropertyType): string | null {
  if (type.kind === "duration") return `In ${type.unit}.`;
  if (type.kind === "money") return `In ${moneyUnits[type.unit]}${type.currency}.`;
  if ((type.kind === "integer" || type.kind === "number") && type.unit !== null)
    return `Unit: ${type.unit}.`;
  if (type.kind === "date") return "YYYY-MM-DD.";
  return type.kind === "string" && type.format !== null
    ? (formats[type.format] ?? `Format: ${type.format}.`)
    : null;
}

const formats: Readonly<Record<string, string>> = {
  email: "An e-mail address.",
  uri: "A URI.",
  uuid: "A UUID.",
  "date-time": "RFC 3339.",
};

const moneyUnits = {
  major: "",
  minor: "cents (minor units) of ",
  micros: "millionths of a ",
} as const;

function boundsOf(type: PropertyType): string | null {
  const [min, max, what] = rangeOf(type);
  if (min === null && max === null) return null;
  if (max === null) return `At least ${min}${what}.`;
  return min === null ? `At most ${max}${what}.` : `From ${min} to ${max}${what}.`;
}

function rangeOf(type: PropertyType): readonly [number | null, number | null, string] {
  switch (type.kind) {
    case "integer":
    case "number":
    case "money":
      return [type.min, type.max, ""];
    case "duration":
      return [type.min === 0 ? null : type.min, type.max, ""];
    case "string":
      return [type.minLength, type.maxLength, " characters"];
    case "array":
      return [type.minItems, type.maxItems, " items"];
    default:
      return [null, null, ""];
  }
}

function privacyOf({ pii }: Property): string | null {
  if (pii === null) return null;
  if (pii.handling === "hash") return `Personal (${pii.class}): hashed before it leaves.`;
  if (pii.handling === "drop") return `Personal (${pii.class}): never sent.`;
  return `Personal (${pii.class}), sent as it is: ${pii.reason ?? "no reason given"}.`.replace(
    /\.\.$/,
    ".",
  );
}

function conditionOf(when: readonly Condition[] | null): string | null {
  if (when === null) return null;
  const parts = when.map((condition) =>
    condition.kind === "presence"
      ? `\`${condition.property}\` is ${condition.present ? "" : "not "}there`
      : `\`${condition.property}\` is ${condition.values.map((value) => JSON.stringify(value)).join(" or ")}`,
  );
  return `Required when ${parts.join(" and ")}.`;
}

/** The values of an enum that say what they mean, as a list. */
function valuesOf(type: PropertyType): string | null {
  if (type.kind !== "enum" || type.members.every((member) => member.description === null))
    return null;
  return type.members
    .map(
      ({ value, description }) => `- \`${value}\`${description === null ? "" : `: ${description}`}`,
    )
    .join("\n");
}
