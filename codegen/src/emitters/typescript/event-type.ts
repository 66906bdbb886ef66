import type { Property, PropertyType } from "../../plan/property-type.js";
import type { Event } from "../../plan/resolved-plan.js";
import { docComment } from "../../print/doc-comment.js";
import type { Lines } from "../../print/lines.js";
import { pascalCase, propertyKey } from "../../print/names.js";
import { type Branch, type Case, casesOf } from "./event-cases.js";
import { addMembers, literal, memberLines, type TypeContext } from "./kinds.js";

/** The name of the interface of an event's properties, from its own words only. */
export function eventTypeName(event: Event): string {
  return pascalCase(event.words);
}

/** Whether a call may leave the properties out. */
export function allOptional(event: Event): boolean {
  return passed(event).every((property) => !property.required || property.pii?.handling === "drop");
}

/** Whether a value of an event may hold further properties, which a call is then held to as well. */
export function hasDepth(event: Event): boolean {
  return passed(event).some((property) => isDeep(property.type));
}

function isDeep(type: PropertyType): boolean {
  if (type.kind === "array") return isDeep(type.items.type);
  if (type.kind === "map") return isDeep(type.values.type);
  if (type.kind === "union") return type.anyOf.some((branch) => isDeep(branch.type));
  return type.kind === "object" || type.kind === "named" || type.kind === "json_schema";
}

/** The interface of an event's properties; a union of cases where one property decides over others. */
export function addEventType(lines: Lines, event: Event, context: TypeContext): void {
  const name = eventTypeName(event);
  const cases = casesOf(name, passed(event));
  lines.add("", ...docComment([`Properties of \`${event.name}\`.`]));
  if (cases.length === 0) {
    addInterface(lines, `export interface ${name}`, passed(event), context);
    return;
  }
  const decided = new Set(cases.flatMap(({ decider, dependants }) => [decider, ...dependants]));
  const others = passed(event).filter((property) => !decided.has(property));
  const unions = cases.map(({ branches }) => `(${branches.map((it) => it.name).join(" | ")})`);
  const parts = others.length === 0 ? unions : [`${name}Base`, ...unions];
  lines.add(`export type ${name} = ${parts.join(" & ")};`);
  if (others.length > 0) addInterface(lines.add(""), `interface ${name}Base`, others, context);
  for (const it of cases) for (const branch of it.branches) addCase(lines, branch, it, context);
}

/** What a caller passes: everything but constants, which the client fills in. */
function passed({ properties }: Event): readonly Property[] {
  return properties.filter((property) => property.type.kind !== "const");
}

function addCase(
  lines: Lines,
  { name, values, required }: Branch,
  { decider, dependants }: Case,
  context: TypeContext,
): void {
  const type = values === null ? "?: never" : `: ${values.map(literal).join(" | ")}`;
  lines.add("").block(
    `interface ${name} {`,
    () => {
      lines.add(
        ...memberLines(decider, context).slice(0, -1),
        `readonly ${propertyKey(decider.name)}${type};`,
      );
      for (const property of dependants)
        lines.add(...memberLines({ ...property, required: required.includes(property) }, context));
    },
    "}",
  );
}

function addInterface(
  lines: Lines,
  head: string,
  properties: readonly Property[],
  context: TypeContext,
): void {
  if (properties.length === 0) lines.add(`${head} { readonly [property: string]: never }`);
  else lines.block(`${head} {`, () => addMembers(lines, properties, context), "}");
}
