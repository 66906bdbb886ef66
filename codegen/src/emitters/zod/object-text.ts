import { arrivingProperties, type NamedTypes } from "../../plan/arrival.js";
import type { Condition, Property } from "../../plan/property-type.js";
import { Lines } from "../../print/lines.js";
import { isIdentifier, propertyKey, stringLiteral } from "../../print/names.js";
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

/** Refinements for what is required under a condition. */
export function conditionsText(properties: readonly Property[]): string {
  return properties
    .flatMap(({ name, when }) => (when === null ? [] : refinement(name, when)))
    .join("");
}

function refinement(name: string, when: readonly Condition[]): string {
  const holds = [...when.map(unlessText), `${member(name)} !== undefined`].join(" || ");
  const why = `Required where ${when.map(whereText).join(" and ")}.`;
  const options = [
    "{",
    `  path: [${stringLiteral(name)}],`,
    `  error: ${stringLiteral(why)},`,
    "}",
  ];
  return holds.length <= width
    ? `.refine((it) => ${holds}, ${options.join("\n")})`
    : `.refine(\n  (it) =>\n    ${holds},\n  ${options.join("\n  ")},\n)`;
}

const width = 75;

function unlessText(condition: Condition): string {
  const value = member(condition.property);
  if (condition.kind === "presence")
    return `${value} ${condition.present ? "===" : "!=="} undefined`;
  return condition.values.length === 1
    ? condition.values.map((it) => `${value} !== ${literal(it)}`).join("")
    : `(${condition.values.map((it) => `${value} !== ${literal(it)}`).join(" && ")})`;
}

function whereText(condition: Condition): string {
  if (condition.kind === "presence")
    return `${condition.property} is ${condition.present ? "there" : "not there"}`;
  return `${condition.property} is ${condition.values.join(" or ")}`;
}

function member(name: string): string {
  return isIdentifier(name) ? `it.${name}` : `it[${stringLiteral(name)}]`;
}

/** A key of an object literal; `__proto__` alone would set the prototype. */
function keyText(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}
