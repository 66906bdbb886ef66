import type { Condition, Property, PropertyType } from "../../plan/property-type.js";
import type { Event } from "../../plan/resolved-plan.js";
import type { Lines } from "../../print/lines.js";
import { pascalCase, propertyKey } from "../../print/names.js";
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
  const cases = casesOf(passed(event));
  lines.add("", `/** Properties of \`${event.name}\`. */`);
  if (cases.length === 0) {
    addInterface(lines, `export interface ${name}`, passed(event), context);
    return;
  }
  const decided = new Set(cases.flatMap(({ decider, dependants }) => [decider, ...dependants]));
  const others = passed(event).filter((property) => !decided.has(property));
  lines.add(
    `export type ${name} = ${others.length === 0 ? "" : `${name}Base & `}${cases.map((it) => `(${caseNames(name, it).join(" | ")})`).join(" & ")};`,
  );
  if (others.length > 0) addInterface(lines.add(""), `interface ${name}Base`, others, context);
  for (const it of cases) addCases(lines, name, it, context);
}

/** What a caller passes: everything but constants, which the client fills in. */
function passed({ properties }: Event): readonly Property[] {
  return properties.filter((property) => property.type.kind !== "const");
}

/** A property whose value decides which others are required. */
interface Case {
  readonly decider: Property;
  readonly dependants: readonly Property[];
  /** Values that lead to the same requirements, and the properties that they require. */
  readonly branches: readonly Branch[];
}

interface Branch {
  readonly values: readonly (string | number | boolean)[];
  readonly required: readonly Property[];
}

/** The deciders that TypeScript can tell apart: closed enums and booleans, one condition each. */
function casesOf(properties: readonly Property[]): readonly Case[] {
  const cases = new Map<Property, Property[]>();
  for (const property of properties) {
    const decider = deciderOf(property, properties);
    if (decider === undefined) continue;
    const known = cases.get(decider);
    if (known === undefined) cases.set(decider, [property]);
    else known.push(property);
  }
  const deciders = new Set(cases.keys());
  return [...cases]
    .filter(([, dependants]) => !dependants.some((property) => deciders.has(property)))
    .map(([decider, dependants]) => ({
      decider,
      dependants,
      branches: branchesOf(decider, dependants),
    }));
}

function deciderOf(property: Property, properties: readonly Property[]): Property | undefined {
  const [condition, second] = property.when ?? [];
  if (condition?.kind !== "values" || second !== undefined || property.pii?.handling === "drop")
    return undefined;
  const decider = properties.find((it) => it.name === condition.property);
  return decider !== undefined &&
    decider !== property &&
    decider.when === null &&
    !decider.nullable &&
    valuesOf(decider) !== null
    ? decider
    : undefined;
}

function valuesOf({ type, pii }: Property): readonly (string | number | boolean)[] | null {
  if (pii !== null) return null;
  if (type.kind === "boolean") return [true, false];
  return type.kind === "enum" && !type.open ? type.members.map((member) => member.value) : null;
}

function branchesOf(decider: Property, dependants: readonly Property[]): readonly Branch[] {
  const branches = new Map<
    string,
    { values: (string | number | boolean)[]; required: readonly Property[] }
  >();
  for (const value of valuesOf(decider) ?? []) {
    const required = dependants.filter(({ when }) =>
      when?.some((condition) => holds(condition, value)),
    );
    const key = required.map((property) => property.name).join(",");
    const known = branches.get(key);
    if (known === undefined) branches.set(key, { values: [value], required });
    else known.values.push(value);
  }
  return [...branches.values()];
}

function holds(condition: Condition, value: string | number | boolean): boolean {
  return condition.kind === "values" && condition.values.includes(value);
}

function caseNames(name: string, { decider, branches }: Case): readonly string[] {
  const names = branches.map(
    (branch) =>
      `${name}When${pascalCase([decider.name, ...branch.values.map(String)].flatMap((word) => word.split(/[^A-Za-z0-9]+/)))}`,
  );
  return decider.required
    ? names
    : [...names, `${name}Without${pascalCase(decider.name.split("_"))}`];
}

function addCases(lines: Lines, name: string, it: Case, context: TypeContext): void {
  const names = caseNames(name, it);
  for (const [index, branch] of it.branches.entries()) {
    addCase(
      lines,
      names[index] ?? name,
      branch.values.map(literal).join(" | "),
      it,
      branch.required,
      context,
    );
  }
  if (!it.decider.required) addCase(lines, names.at(-1) ?? name, null, it, [], context);
}

function addCase(
  lines: Lines,
  name: string,
  values: string | null,
  { decider, dependants }: Case,
  required: readonly Property[],
  context: TypeContext,
): void {
  lines.add("").block(
    `interface ${name} {`,
    () => {
      const [docs] = [memberLines(decider, context).slice(0, -1)];
      lines.add(
        ...docs,
        `readonly ${propertyKey(decider.name)}${values === null ? "?: never" : `: ${values}`};`,
      );
      for (const property of dependants) {
        lines.add(...memberLines({ ...property, required: required.includes(property) }, context));
      }
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
