import type { Pii, Property, PropertyType, PropertyValue } from "../../plan/property-type.js";
import type { NamedTypeDefinition } from "../../plan/resolved-plan.js";

/** The class under which a value is hashed; false where it does not travel. */
export type PiiFact = string | false;

/** PII among members, by name; `[]` stands for each item of a list, `{}` for each value of a map. */
export interface PiiFacts {
  readonly [name: string]: PiiFact | PiiFacts;
}

type Types = ReadonlyMap<string, NamedTypeDefinition>;

/** What a client does with a value; undefined where it may travel as it is. */
export function piiFact(pii: Pii | null): PiiFact | undefined {
  if (pii?.handling === "hash") return pii.class;
  return pii?.handling === "drop" ? false : undefined;
}

/** The hashed and dropped values among properties, at every depth; empty where there are none. */
export function piiFacts(properties: readonly Property[], types: Types): PiiFacts {
  return properties.reduce<PiiFacts>(
    (facts, property) => merge(facts, at(property.name, factOf(property, types))),
    {},
  );
}

function factOf(value: PropertyValue, types: Types): PiiFact | PiiFacts {
  return piiFact(value.pii) ?? factsIn(value.type, types);
}

function factsIn(type: PropertyType, types: Types): PiiFact | PiiFacts {
  if (type.kind === "array") return at("[]", factOf(type.items, types));
  if (type.kind === "map") return at("{}", factOf(type.values, types));
  if (type.kind === "object") return piiFacts(type.properties, types);
  if (type.kind === "union")
    return type.anyOf.map((branch) => factOf(branch, types)).reduce(stricter, {});
  const definition = type.kind === "named" ? types.get(type.name) : undefined;
  return definition === undefined ? {} : factOf(definition, types);
}

function at(name: string, fact: PiiFact | PiiFacts): PiiFacts {
  return typeof fact === "object" && Object.keys(fact).length === 0 ? {} : { [name]: fact };
}

function merge(one: PiiFacts, other: PiiFacts): PiiFacts {
  const merged = { ...one };
  for (const [name, fact] of Object.entries(other)) merged[name] = stricter(one[name] ?? {}, fact);
  return merged;
}

/** What holds for a value of either shape: not to travel before a hash, a hash before what is inside. */
function stricter(one: PiiFact | PiiFacts, other: PiiFact | PiiFacts): PiiFact | PiiFacts {
  if (one === false || other === false) return false;
  if (typeof one === "string") return one;
  return typeof other === "string" ? other : merge(one, other);
}
