import type { PlanView } from "../plan/plan-view.js";
import { defusers, joinedWords, phrases } from "./pii-words.js";

/** What a name gives away. */
export interface PiiGuess {
  readonly class: string;
  /** The words that do. */
  readonly words: string;
}

/**
 * What the names of a plan give away, by the plan's own words first. Null for names that give nothing
 * away, and for those that the plan calls harmless.
 */
export function piiGuesses(view: PlanView): (name: string) => PiiGuess | null {
  const known = guesses.get(view) ?? guesserOf(view);
  guesses.set(view, known);
  return known;
}

const guesses = new WeakMap<PlanView, (name: string) => PiiGuess | null>();

function guesserOf({ plan, words }: PlanView): (name: string) => PiiGuess | null {
  const own = new Map(plan.privacy.words.map((it) => [words(it.word).join(" "), it.class]));
  const known = new Map<string, PiiGuess | null>(plan.privacy.harmless.map((name) => [name, null]));
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const guess = piiGuess(words(name), own);
    known.set(name, guess);
    return guess;
  };
}

/** The class of personal data that a name's words give away; `own` are the plan's own, first. */
export function piiGuess(
  words: readonly string[],
  own: ReadonlyMap<string, string> = new Map(),
): PiiGuess | null {
  const last = words.at(-1) ?? "";
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const phrase = words.slice(at, at + length).join(" ");
      const found = own.get(phrase) ?? phrases.get(phrase);
      if (found === undefined) continue;
      const isAboutIt = at + length < words.length && defusers.has(last);
      if (!isAboutIt) return { class: found, words: phrase };
    }
  }
  if (defusers.has(last)) return null;
  for (const word of words) {
    for (const [part, found] of joinedWords) {
      if (word.length > part.length && (word.startsWith(part) || word.endsWith(part)))
        return { class: found, words: part };
    }
  }
  return null;
}
