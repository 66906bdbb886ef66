import type { EventFacts, PiiFact } from "./client-plan";
import { type Hasher, isHashed } from "./hasher";

/** Applies the plan's decisions about PII, so that no raw value of it is left. */
export interface Protect {
  /** Protects own, top-level properties in place; nested values are copied before they change. */
  properties(properties: Record<string, unknown>, facts: EventFacts | undefined): void;
  /** Protects one value; undefined when it must not travel. */
  value(value: unknown, fact: PiiFact | undefined): unknown;
}

type Step = { readonly name: string } | "[]" | "{}";
type Handle = (value: unknown) => unknown;
type Holder = Record<string, unknown>;

/** Stands for a value that no decision fits: neither hashed nor kept. */
const UNPLANNED = Symbol();

/** `dropped` is told about each value that was removed. */
export function createProtect(
  hasher: Hasher | undefined,
  dropped: (piiClass: string) => void,
): Protect {
  const compiled = new Map<string, readonly Step[]>();

  const hash = (piiClass: string) => (value: unknown) => {
    if (value === undefined || value === null || isHashed(value)) return value;
    const text = typeof value === "number" ? String(value) : value;
    const hashed = typeof text === "string" && text ? hasher?.(piiClass, text) : undefined;
    if (hashed === undefined) dropped(piiClass);
    return hashed;
  };
  const drop: Handle = (value) => {
    if (value !== undefined) dropped("");
    return undefined;
  };
  const apply = (properties: Record<string, unknown>, path: string, handle: Handle): void => {
    let steps = compiled.get(path);
    if (!steps) compiled.set(path, (steps = parsePath(path)));
    const [first] = steps;
    if (typeof first !== "object" || !Object.hasOwn(properties, first.name)) return;
    // A copy as it will be serialised: no getter or toJSON can bring a raw value back later.
    if (steps.length > 1) properties[first.name] = copyJson(properties[first.name]);
    walk(properties, steps, 0, handle);
  };

  return {
    properties(properties, facts) {
      for (const path of facts?.drop ?? []) apply(properties, path, drop);
      for (const path in facts?.hash) apply(properties, path, hash(facts.hash[path] as string));
    },
    value(value, fact) {
      if (fact?.handling === "hash") return hash(fact.class)(value);
      return fact?.handling === "drop" ? drop(value) : value;
    },
  };
}

function walk(holder: Holder, steps: readonly Step[], at: number, handle: Handle): void {
  const step = steps[at];
  // An array where the plan has one object: each item is taken for that object.
  if (Array.isArray(holder) && typeof step === "object") {
    for (const item of holder) if (isHolder(item)) walk(item, steps, at, handle);
    return;
  }
  for (const key of typeof step === "object" ? [step.name] : Object.keys(holder)) {
    if (!Object.hasOwn(holder, key)) continue;
    const value = holder[key];
    if (at + 1 === steps.length) put(holder, key, handle(value));
    else if (isHolder(value)) walk(value, steps, at + 1, handle);
    // Not the planned shape, so nobody knows what it holds: it does not travel.
    else if (value !== null && value !== undefined) put(holder, key, handle(UNPLANNED));
  }
}

function put(holder: Holder, key: string, value: unknown): void {
  if (value === undefined && !Array.isArray(holder)) delete holder[key];
  else holder[key] = value ?? null;
}

function isHolder(value: unknown): value is Holder {
  return value !== null && typeof value === "object";
}

function parsePath(path: string): readonly Step[] {
  const parts = path.match(/(?:\\.|[^\\.[{])+|\[\]|\{\}/gs) ?? [];
  return parts.map((part) =>
    part === "[]" || part === "{}" ? part : { name: part.replace(/\\(.)/gs, "$1") },
  );
}

function copyJson(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}
