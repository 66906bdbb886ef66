import type { Condition, Property } from "../../plan/property-type.js";
import { wordsOf } from "../../plan/words-of.js";
import { pascalCase } from "../../print/names.js";

/** A property whose value decides which others are required. */
export interface Case {
  readonly decider: Property;
  readonly dependants: readonly Property[];
  readonly branches: readonly Branch[];
}

/** Values that lead to the same requirements; null stands for a decider that is absent. */
export interface Branch {
  /** The name of its interface, `OrderPaidWhenOutcomeRefused`. */
  readonly name: string;
  readonly values: readonly (string | number | boolean)[] | null;
  readonly required: readonly Property[];
}

/**
 * The deciders that TypeScript can tell apart: closed enums and booleans, one condition each.
 * `name`: of the event's type, with which the names of the branches begin.
 */
export function casesOf(name: string, properties: readonly Property[]): readonly Case[] {
  const cases = new Map<Property, Property[]>();
  for (const property of properties) {
    if (property.when === null) continue;
    const decider = deciderOf(property, properties);
    if (decider === undefined) continue;
    const known = cases.get(decider);
    if (known === undefined) cases.set(decider, [property]);
    else known.push(property);
  }
  const taken = new Set<string>();
  return [...cases].map(([decider, dependants]) => ({
    decider,
    dependants,
    branches: branchesOf(decider, dependants).map((branch) => ({
      ...branch,
      name: freeName(name + branchName(decider, branch.values), taken),
    })),
  }));
}

function deciderOf(property: Property, properties: readonly Property[]): Property | undefined {
  const [condition, second] = property.when ?? [];
  if (condition?.kind !== "values" || second !== undefined || property.pii?.handling === "drop")
    return undefined;
  return properties.find(
    (it) =>
      it.name === condition.property &&
      it !== property &&
      it.when === null &&
      !it.nullable &&
      valuesOf(it) !== null,
  );
}

function valuesOf({ type, pii }: Property): NonNullable<Branch["values"]> | null {
  if (pii !== null) return null;
  if (type.kind === "boolean") return [true, false];
  return type.kind === "enum" && !type.open ? type.members.map((member) => member.value) : null;
}

function branchesOf(
  decider: Property,
  dependants: readonly Property[],
): readonly Omit<Branch, "name">[] {
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
  const absent = decider.required ? [] : [{ values: null, required: [] }];
  return [...branches.values(), ...absent];
}

function holds(condition: Condition, value: string | number | boolean): boolean {
  return condition.kind === "values" && condition.values.includes(value);
}

function branchName(decider: Property, values: Branch["values"]): string {
  if (values === null) return `Without${pascalCase(wordsOf(decider.name))}`;
  return `When${pascalCase([decider.name, ...values.map(String)].flatMap(wordsOf))}`;
}

/** The name, with a number behind it where another branch has it: values can differ in their signs alone. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}${count}`;
  taken.add(free);
  return free;
}
