import { arrivingProperties, type NamedTypes } from "../../plan/arrival.js";
import type { Condition, Property } from "../../plan/property-type.js";
import { Lines } from "../../print/lines.js";
import { propertyKey, stringLiteral } from "../../print/names.js";
import { literal, optionalText, valueText } from "./kinds.js";
import { propertyDoc } from "./property-doc.js";

/** A closed object of these properties, as they arrive. */
export function objectText(properties: readonly Property[], types: NamedTypes): string {
  const arriving = arrivingProperties(properties, types);
  const lines = new Lines();
  if (arriving.length === 0) return "z.strictObject({})";
  lines.block("z.strictObject({", () => addMembers(lines, arriving, types), "})");
  return lines.toText() + conditionsText(arriving);
}

/** The members of a shape, each with its doc comment; `given` has the text of those that stand elsewhere. */
export function addMembers(
  lines: Lines,
  properties: readonly Property[],
  types: NamedTypes,
  given: ReadonlyMap<string, string> = new Map(),
): void {
  for (const property of properties) {
    const elsewhere = given.get(property.name);
    if (elsewhere !== undefined)
      lines.add(
        `${keyText(property.name)}: ${elsewhere}${property.required ? "" : ".optional()"},`,
      );
    else {
      const text = property.required ? valueText(property, types) : optionalText(property, types);
      lines.add(...propertyDoc(property), `${keyText(property.name)}: ${text},`);
    }
  }
}

/** Checks for what is required under a condition. */
export function conditionsText(properties: readonly Property[]): string {
  const checks = properties.flatMap(({ name, when }) =>
    when === null
      ? []
      : [`required(${stringLiteral(name)}, { ${when.map(entryText).join(", ")} })`],
  );
  if (checks.length === 0) return "";
  const [only, second] = checks;
  return second === undefined
    ? `.check(${only})`
    : `.check(\n${checks.map((it) => `  ${it},`).join("\n")}\n)`;
}

function entryText(condition: Condition): string {
  const is =
    condition.kind === "presence"
      ? String(condition.present)
      : `[${condition.values.map(literal).join(", ")}]`;
  return `${keyText(condition.property)}: ${is}`;
}

/** A key of an object literal; `__proto__` alone would set the prototype. */
function keyText(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}
