import type { EventFacts, PiiFact } from "./client-plan";
import { type Hasher, isHashed } from "./hasher";
import { isHolder } from "./own-member";

/** Applies the plan's decisions about PII, so that no raw value of it is left. */
export interface Protect {
  /** Protects own, top-level properties in place; nested values are copied before they change. */
  properties(properties: Record<string, unknown>, facts: EventFacts | undefined): void;
  /** Protects one value; undefined when it must not travel. */
  value(value: unknown, fact: PiiFact | undefined): unknown;
}

type Handle = (value: unknown) => unknown;
type Holder = Record<string, unknown>;

/** `dropped` is told the class of each value that could not be hashed, "" for what the plan drops. */
export function createProtect(
  hasher: Hasher | undefined,
  dropped: (piiClass: string) => void,
): Protect {
  const compiled = new Map<EventFacts, readonly (readonly [readonly string[], Handle])[]>();

  const hash = (piiClass: string, value: unknown): unknown => {
    if (value === undefined || value === null || isHashed(value)) return value;
    const hashed = hasher?.(piiClass, value);
    if (hashed === undefined) dropped(piiClass);
    return hashed;
  };
  const drop: Handle = (value) => {
    if (value !== undefined) dropped("");
  };
  const compile = (facts: EventFacts) => [
    ...(facts.drop ?? []).map((path) => [parsePath(path), drop] as const),
    ...Object.entries(facts.hash ?? {}).map(
      ([path, piiClass]) => [parsePath(path), (value: unknown) => hash(piiClass, value)] as const,
    ),
  ];

  return {
    properties(properties, facts) {
      if (!facts) return;
      const decisions = compiled.get(facts) ?? compile(facts);
      compiled.set(facts, decisions);
      for (const [steps, handle] of decisions) {
        const [first = ""] = steps;
        if (!Object.hasOwn(properties, first)) continue;
        const value = properties[first];
        if (steps.length < 2) put(properties, first, handle(value));
        else {
          // A copy as it will be serialised: no getter or toJSON can bring a raw value back later.
          if (isHolder(value)) properties[first] = JSON.parse(JSON.stringify(value));
          walk(properties, steps, 0, handle);
        }
      }
    },
    value(value, fact) {
      if (fact?.hash) return hash(fact.hash, value);
      return fact?.drop ? drop(value) : value;
    },
  };
}

function walk(holder: Holder, steps: readonly string[], at: number, handle: Handle): void {
  const step = steps[at] as string;
  const next = steps[at + 1];
  const isEach = step === "[]" || step === "{}";
  if (!isEach && !Object.hasOwn(holder, step)) return;
  for (const key of isEach ? Object.keys(holder) : [step]) {
    const value = holder[key];
    if (next && isHolder(value) && Array.isArray(value) === (next === "[]"))
      walk(value, steps, at + 1, handle);
    else {
      // Where the plan has more steps, nobody knows what this is: as any object here, it does not travel.
      put(holder, key, handle(next && value != null ? holder : value));
    }
  }
}

function put(holder: Holder, key: string, safe: unknown): void {
  // In a list that leaves a hole, which JSON writes as null.
  if (safe === undefined) delete holder[key];
  else holder[key] = safe;
}

function parsePath(path: string): readonly string[] {
  const steps = path.match(/(?:\\.|[^\\.[{])+|\[\]|\{\}/gs) ?? [];
  return steps.map((step) => step.replace(/\\(.)/gs, "$1"));
}
