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
  for (const [at, first] of words.entries()) {
    const found = phraseAt(words, at, first, own);
    if (found === null) continue;
    const isAboutIt = at + found.length < words.length && defusers.has(last);
    if (!isAboutIt)
      return { class: found.class, words: words.slice(at, at + found.length).join(" ") };
  }
  return defusers.has(last) ? null : joinedGuess(words);
}

/** The longest phrase that begins at a word. */
function phraseAt(
  words: readonly string[],
  at: number,
  first: string,
  own: ReadonlyMap<string, string>,
): { readonly class: string; readonly length: number } | null {
  if (own.size === 0 && !firstWords.has(first)) return null;
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const phrase = length === 1 ? first : words.slice(at, at + length).join(" ");
    const found = own.get(phrase) ?? phrases.get(phrase);
    if (found !== undefined) return { class: found, length };
  }
  return null;
}

/** Words in the longest phrase of the table. */
const longest = 4;
const firstWords: ReadonlySet<string> = new Set(
  [...phrases.keys()].map((phrase) => phrase.split(" ", 1)[0] ?? ""),
);

function joinedGuess(words: readonly string[]): PiiGuess | null {
  for (const word of words) {
    if (word.length < 6) continue;
    for (const [part, found] of joinedWords) {
      if (word.length > part.length && (word.startsWith(part) || word.endsWith(part)))
        return { class: found, words: part };
    }
  }
  return null;
}
