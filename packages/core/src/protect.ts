import type { EventFacts, IdFact, PiiFact, PiiFacts } from "./client-plan";
import { type Hasher, isHashed } from "./hasher";
import { isHolder, ownMember } from "./own-member";

type Holder = Record<string, unknown>;

/** Applies the plan's decisions about PII, so that no raw value of it is left. */
export interface Protect {
  /** Protects own, top-level properties in place; nested values are copied before they change. */
  properties(properties: Holder, facts: EventFacts | undefined): void;
  /** Protects one value; undefined when it must not travel. */
  value(value: unknown, fact: IdFact | undefined): unknown;
}

/** `dropped` is told the class of each value that could not be hashed, "" for what the plan drops. */
export function createProtect(
  hasher: Hasher | undefined,
  dropped: (piiClass: string) => void,
): Protect {
  function protect(value: unknown, fact: IdFact | undefined): unknown {
    if (value === undefined || fact === undefined || fact === true) return value;
    if (fact && (value === null || isHashed(value))) return value;
    const hashed = fact ? hasher?.(fact, value) : undefined;
    if (hashed === undefined) dropped(fact || "");
    return hashed;
  }

  function walk(holder: Holder, facts: PiiFacts | undefined): void {
    for (const step in facts) {
      const fact = facts[step];
      if (step === "[]" || step === "{}")
        for (const key of Object.keys(holder)) protectMember(holder, key, fact);
      else if (Object.hasOwn(holder, step)) protectMember(holder, step, fact);
    }
  }

  function protectMember(holder: Holder, key: string, fact: PiiFact | PiiFacts | undefined): void {
    const value = holder[key];
    if (isHolder(fact) && isHolder(value) && Array.isArray(value) === "[]" in fact)
      walk(value, fact);
    else {
      // Where the plan goes deeper, nobody knows what this is: as any object here, it does not travel.
      const safe = protect(isHolder(fact) && value != null ? holder : value, leafOf(fact));
      // In a list that leaves a hole, which JSON writes as null.
      if (safe === undefined) delete holder[key];
      else holder[key] = safe;
    }
  }

  return {
    properties(properties, facts) {
      const pii = facts?.pii;
      for (const name in pii) {
        const value = isHolder(pii[name]) && ownMember(properties, name);
        // A copy as it will be serialised: no getter or toJSON can bring a raw value back later.
        if (isHolder(value)) properties[name] = JSON.parse(JSON.stringify(value));
      }
      walk(properties, pii);
    },
    value: protect,
  };
}

/** What the first path through these facts ends in. */
function leafOf(fact: PiiFact | PiiFacts | undefined): PiiFact | undefined {
  return isHolder(fact) ? leafOf(Object.values(fact)[0]) : fact;
}
