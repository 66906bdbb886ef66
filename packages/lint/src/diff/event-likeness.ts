import type { Event } from "@dd0c/track-codegen";
import { wordsAlike } from "./words-alike.js";

/** How alike two events must be to be taken for one that was renamed. */
export const sameEvent = 0.7;

/**
 * How alike two events are in what they carry, what they are called and what they say of themselves,
 * 0 to 1. Events of other products or runtimes are never one.
 */
export function eventLikeness(base: Event, head: Event): number {
  if (!sharesOne(base.products, head.products) || !sharesOne(base.runtimes, head.runtimes))
    return 0;
  const shape = wordsAlike(signature(base), signature(head));
  if (shape < 0.6) return 0;
  const name = wordsAlike(base.words, head.words);
  const text = base.description === head.description ? 1 : 0;
  const said = base.properties.length === 0 ? 0.5 : 0.6;
  return said * shape + 0.25 * name + (1 - said - 0.25) * text;
}

function signature({ properties }: Event): readonly string[] {
  return properties.map(({ name, type }) => `${name} ${type.kind}`);
}

function sharesOne(a: readonly string[], b: readonly string[]): boolean {
  return a.some((it) => b.includes(it));
}
