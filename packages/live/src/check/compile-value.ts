import {
  arrivesNull,
  arrivingProperties,
  fateOf,
  type NamedTypes,
  nearest,
  type Property,
  type PropertyType,
  type PropertyValue,
  typeInWords,
} from "@dd0c/track-codegen";
import { fitsSchema } from "./check-schema.js";
import { compilePattern } from "./compile-pattern.js";
import { conditionsHold, inWords } from "./conditions.js";
import { hasEmail, masked, secretIn } from "./find-private.js";
import { findPrivate } from "./find-private-values.js";
import { fitsFormat, isDay, isMoment } from "./formats.js";
import { type Found, mostFound } from "./found.js";
import { isHashed } from "./is-hashed.js";
import { cut, instead, nameOf, shown, type Tell, teller, unplanned, wrongType } from "./tell.js";

/** Judges a value and adds what is wrong with it to `found`; `path` names it. */
export type CheckValue = (value: unknown, path: string, found: Found[]) => void;

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;
type Compile<Name extends Kind> = (
  type: Of<Name>,
  of: PropertyValue,
  scope: ValueScope,
) => CheckValue;

/** What compiling a value needs to know of where it stands. */
export interface ValueScope {
  readonly types: NamedTypes;
  /** The line of the plan that findings point to. */
  readonly origin: Property["origin"] | null;
  /** Named types that were compiled; one that leads to itself is found here. */
  readonly named: Map<string, CheckValue>;
}

/** Turns a planned value into the check of one that arrived: done once, run for every event. */
export function compileValue(of: PropertyValue, scope: ValueScope): CheckValue {
  const tell = teller(scope);
  const fate = fateOf(of, scope.types);
  if (fate === "dropped") return dropped(tell);
  const words = typeInWords(of);
  if (fate === "hashed") return hashed(arrivesNull(of, scope.types), tell);
  const compile = kinds[of.type.kind] as Compile<Kind>;
  const check = compile(of.type, of, scope);
  const { nullable } = of;
  // A named type or a union says for itself whether it takes null.
  const asks = of.type.kind === "named" || of.type.kind === "union";
  return (value, path, found) => {
    if (value !== null || asks) {
      if (!(value === null && nullable)) check(value, path, found);
    } else if (!nullable)
      tell("wrong-type", path, `${nameOf(path)} is null; the plan says ${words}.`, found);
  };
}

/** One entry a kind: a kind that is left out does not compile. */
const kinds = {
  string: compileString,
  integer: (type, of, scope) => compileNumber(type, of, scope, true),
  number: (type, of, scope) => compileNumber(type, of, scope, false),
  boolean: (_type, of, scope) => ofType("boolean", of, scope),
  timestamp: (_type, of, scope) => spelled(isMoment, "an RFC 3339 moment", of, scope),
  date: (_type, of, scope) => spelled(isDay, "a day, YYYY-MM-DD", of, scope),
  duration: (type, of, scope) => compileNumber(type, of, scope, false),
  money: (type, of, scope) => compileNumber(type, of, scope, type.unit !== "major"),
  enum: compileEnum,
  const: (type, of, scope) => {
    const tell = teller(scope);
    return (value, path, found) => {
      if (value === type.value) return;
      const message = `${nameOf(path)} is ${shown(value, of)}; it is always ${JSON.stringify(type.value)}.`;
      tell(
        typeof value === typeof type.value ? "unplanned-value" : "wrong-type",
        path,
        message,
        found,
      );
    };
  },
  array: compileArray,
  object: ({ properties }, of, scope) => compileObject(properties, of, scope),
  map: compileMap,
  union: compileUnion,
  named: ({ name: type }, _of, scope) => {
    const known = scope.named.get(type);
    if (known !== undefined) return known;
    const of = scope.types.get(type);
    if (of === undefined) return () => {};
    let check: CheckValue = () => {};
    scope.named.set(type, (value, path, found) => check(value, path, found));
    check = compileValue(of, { ...scope, origin: null });
    scope.named.set(type, check);
    return check;
  },
  json_schema: ({ schema }, of, scope) => {
    const tell = teller(scope);
    const isAllowed = of.pii?.handling === "allow";
    return (value, path, found) => {
      if (!fitsSchema(value, schema))
        tell(
          "unplanned-value",
          path,
          `${nameOf(path)} does not fit its JSON Schema in the plan.`,
          found,
        );
      if (!isAllowed) findPrivate(value, path, scope.origin, found);
    };
  },
} satisfies { readonly [Name in Kind]: Compile<Name> };

function compileString(type: Of<"string">, of: PropertyValue, scope: ValueScope): CheckValue {
  const tell = teller(scope);
  const { minLength, maxLength, pattern, format } = type;
  const matches = pattern === null ? null : compilePattern(pattern);
  const isAllowed = of.pii?.handling === "allow";
  return (value, path, found) => {
    if (typeof value !== "string") return wrongType(value, path, of, tell, found);
    const units = value.length;
    const isLong = maxLength !== null && units > maxLength && lengthOf(value) > maxLength;
    const isShort = minLength !== null && lengthOf(value) < minLength;
    if (isLong || isShort) {
      const bound = isLong ? `at most ${maxLength}` : `at least ${minLength}`;
      const message = `${nameOf(path)} has ${lengthOf(value)} characters; the plan says ${bound}.`;
      tell("unplanned-value", path, message, found);
    } else if (matches !== null && !matches(value)) {
      const message = `${nameOf(path)} is ${shown(value, of)}, which does not match /${pattern}/.`;
      tell("unplanned-value", path, message, found);
    } else if (format !== null && !fitsFormat(format, value)) {
      const message = `${nameOf(path)} is ${shown(value, of)}, which is no ${format}.`;
      tell("unplanned-value", path, message, found);
    }
    if (isAllowed) return;
    if (hasEmail(value)) {
      const message = `${nameOf(path)} holds an e-mail address in clear: ${masked(value)}.`;
      tell("personal-data-in-clear", path, message, found);
    }
    const secret = secretIn(value);
    if (secret !== null) tell("secret-in-clear", path, `${nameOf(path)} holds ${secret}.`, found);
  };
}

function compileNumber(
  { min, max }: { readonly min: number | null; readonly max: number | null },
  of: PropertyValue,
  scope: ValueScope,
  isWhole: boolean,
): CheckValue {
  const tell = teller(scope);
  const least = min ?? (isWhole ? Number.MIN_SAFE_INTEGER : Number.NEGATIVE_INFINITY);
  const most = max ?? (isWhole ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY);
  return (value, path, found) => {
    if (typeof value !== "number") return wrongType(value, path, of, tell, found);
    if (isWhole && !Number.isInteger(value)) {
      const message = `${nameOf(path)} is ${value}; the plan says whole numbers (${typeInWords(of)}).`;
      return tell("wrong-type", path, message, found);
    }
    if (value >= least && value <= most) return;
    const bound = value < least ? `at least ${least}` : `at most ${most}`;
    tell("unplanned-value", path, `${nameOf(path)} is ${value}; the plan says ${bound}.`, found);
  };
}

function compileEnum(type: Of<"enum">, of: PropertyValue, scope: ValueScope): CheckValue {
  const tell = teller(scope);
  const members = new Map(type.members.map((member) => [member.value, member]));
  const kindsOfValues = new Set(type.members.map(({ value }) => typeof value));
  const texts = type.members.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  return (value, path, found) => {
    const member = members.get(value as string);
    if (member?.deprecated) {
      const message = `${nameOf(path)} is ${JSON.stringify(value)}, which is on its way out: ${member.deprecated.reason}`;
      return tell(
        "deprecated-property-sent",
        path,
        message,
        found,
        instead(member.deprecated.replacedBy),
      );
    }
    if (member !== undefined) return;
    if (!kindsOfValues.has(typeof value as "string"))
      return wrongType(value, path, of, tell, found);
    if (type.open) return;
    const near = typeof value === "string" ? nearest(value, texts) : null;
    const message = `${nameOf(path)} is ${shown(value, of)}; the plan says ${typeInWords(of)}.`;
    tell(
      "unplanned-value",
      path,
      message,
      found,
      near === null ? undefined : `Did you mean "${near}"?`,
    );
  };
}

function compileArray(type: Of<"array">, of: PropertyValue, scope: ValueScope): CheckValue {
  const tell = teller(scope);
  const isDropped = fateOf(type.items, scope.types) === "dropped";
  // A dropped item leaves null behind, so that the others keep their places.
  const check = compileValue(type.items, scope);
  const item: CheckValue = isDropped
    ? (value, path, found) => value === null || check(value, path, found)
    : check;
  const { minItems, maxItems, unique } = type;
  return (value, path, found) => {
    if (!Array.isArray(value)) return wrongType(value, path, of, tell, found);
    const isLong = maxItems !== null && value.length > maxItems;
    if (isLong || (minItems !== null && value.length < minItems)) {
      const bound = isLong ? `at most ${maxItems}` : `at least ${minItems}`;
      const message = `${nameOf(path)} has ${value.length} items; the plan says ${bound}.`;
      tell("unplanned-value", path, message, found);
    }
    if (unique && new Set(value.map((it) => JSON.stringify(it))).size < value.length)
      tell(
        "unplanned-value",
        path,
        `${nameOf(path)} has an item twice; the plan says each once.`,
        found,
      );
    const before = found.length;
    for (let at = 0; at < value.length; at++) {
      item(value[at], `${path}[${at}]`, found);
      // One wrong item says it; a thousand of them say no more.
      if (found.length > before) return;
    }
  };
}

/** A closed object; also what an event's own properties are, and a person's traits. */
export function compileObject(
  properties: readonly Property[],
  of: PropertyValue,
  scope: ValueScope,
): CheckValue {
  const tell = teller(scope);
  const members = new Map(
    properties.map((it) => [it.name, compileValue(it, { ...scope, origin: it.origin })]),
  );
  const arriving = arrivingProperties(properties, scope.types);
  const asked = arriving.filter(
    (it) => it.required || it.type.kind === "const" || it.when !== null,
  );
  return (value, path, found) => {
    if (!isObject(value)) return wrongType(value, path, of, tell, found);
    for (const key of Object.keys(value)) {
      if (found.length >= mostFound) break;
      const check = members.get(key);
      if (check !== undefined) check(value[key], `${path}.${key}`, found);
      else unplanned(key, value[key], `${path}.${key}`, members.keys(), scope, found);
    }
    for (const property of asked) {
      if (Object.hasOwn(value, property.name)) continue;
      const { when } = property;
      const isAsked = property.required || property.type.kind === "const";
      if (!isAsked && (when === null || !conditionsHold(when, value))) continue;
      const reason = isAsked ? "" : `, where ${inWords(when ?? [])}`;
      const message = `${nameOf(path)} has no "${property.name}"${reason}.`;
      tell("missing-property", `${path}.${property.name}`, message, found);
    }
  };
}

function compileMap(type: Of<"map">, of: PropertyValue, scope: ValueScope): CheckValue {
  const tell = teller(scope);
  const member = compileValue(type.values, scope);
  const matches = type.keys === null ? null : compilePattern(type.keys);
  return (value, path, found) => {
    if (!isObject(value)) return wrongType(value, path, of, tell, found);
    const keys = Object.keys(value);
    if (type.maxKeys !== null && keys.length > type.maxKeys) {
      const message = `${nameOf(path)} has ${keys.length} keys; the plan says at most ${type.maxKeys}.`;
      tell("unplanned-value", path, message, found);
    }
    const before = found.length;
    for (const key of keys) {
      if (matches !== null && !matches(key)) {
        const message = `${nameOf(path)} has a key ${JSON.stringify(cut(key))}, which does not match /${type.keys}/.`;
        tell("unplanned-value", path, message, found);
      }
      member(value[key], `${path}.${key}`, found);
      if (found.length > before) return;
    }
  };
}

/** The branch that fits best speaks for a union, unless none has so much as the right type. */
function compileUnion(type: Of<"union">, of: PropertyValue, scope: ValueScope): CheckValue {
  const tell = teller(scope);
  const branches = type.anyOf.map((branch) => compileValue(branch, scope));
  return (value, path, found) => {
    let best: readonly Found[] | null = null;
    for (const branch of branches) {
      const own: Found[] = [];
      branch(value, path, own);
      if (own.length === 0) return;
      const isOther = own.some((it) => it.path === path && it.code === "wrong-type");
      if (!isOther && (best === null || own.length < best.length)) best = own;
    }
    if (best !== null) found.push(...best);
    else wrongType(value, path, of, tell, found);
  };
}

function hashed(takesNull: boolean, tell: Tell): CheckValue {
  return (value, path, found) => {
    if (isHashed(value) || (value === null && takesNull)) return;
    const message = `${nameOf(path)} arrived in clear (${masked(value)}); the plan hashes it.`;
    tell("not-hashed", path, message, found);
  };
}

function dropped(tell: Tell): CheckValue {
  return (value, path, found) => {
    const message = `${nameOf(path)} arrived (${masked(value)}); the plan drops it.`;
    tell("not-dropped", path, message, found);
  };
}

function ofType(type: "boolean", of: PropertyValue, scope: ValueScope): CheckValue {
  const tell = teller(scope);
  return (value, path, found) => {
    if (typeof value !== type) wrongType(value, path, of, tell, found);
  };
}

function spelled(
  fits: (text: string) => boolean,
  what: string,
  of: PropertyValue,
  scope: ValueScope,
): CheckValue {
  const tell = teller(scope);
  return (value, path, found) => {
    if (typeof value !== "string") return wrongType(value, path, of, tell, found);
    if (fits(value)) return;
    tell(
      "unplanned-value",
      path,
      `${nameOf(path)} is ${shown(value, of)}, which is not ${what}.`,
      found,
    );
  };
}

/** Characters as plans count them: an emoji is one. */
function lengthOf(text: string): number {
  let surrogates = 0;
  for (let at = 0; at < text.length; at++)
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) surrogates++;
  return text.length - surrogates;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
