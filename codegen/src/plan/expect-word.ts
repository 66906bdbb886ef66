import type { DiagnosticCode } from "../language/diagnostic.js";
import type { Located } from "../language/source.js";
import type { Span } from "../language/span.js";
import type { Report } from "./report.js";
import type { Vocabulary } from "./vocabulary.js";

/** What a word is looked for as: the finding's code, the word for it, and where more can be added. */
export interface Sought {
  readonly code: DiagnosticCode;
  readonly what: string;
  readonly where: string;
}

/** A finding unless `word` is one of `words`; says the nearest. True where it is. */
export function expectWord(
  word: string,
  words: readonly string[],
  place: Span,
  report: Report,
  { code, what, where }: Sought,
): boolean {
  if (words.includes(word)) return true;
  const all =
    words.length === 0
      ? `There are none: add ${where}.`
      : `There is ${listOf(words)}; or add it to ${where}.`;
  report.add(code, place, `"${word}" is no ${what} of this plan.`, {
    help: report.didYouMean(word, words) ?? all,
  });
  return false;
}

/** A finding unless `owner` is a team of the plan. A plan without `teams:` names owners freely. */
export function expectTeam(
  owner: string | null | undefined,
  { teams }: Pick<Vocabulary, "teams">,
  place: () => Span,
  report: Report,
): void {
  if (owner === null || owner === undefined || teams.length === 0) return;
  const names = teams.map((team) => team.name);
  if (!names.includes(owner))
    expectWord(owner, names, place(), report, {
      code: "owner-unknown",
      what: "team",
      where: "`teams:`",
    });
}

/** A finding for each of `said` that is no runtime of the plan. */
export function expectRuntimes(
  said: readonly string[] | undefined,
  { runtimes }: Pick<Vocabulary, "runtimes">,
  located: Located,
  report: Report,
): void {
  if (said === undefined) return;
  const names = runtimes.map((runtime) => runtime.name);
  for (const [index, runtime] of said.entries()) {
    if (names.includes(runtime)) continue;
    expectWord(runtime, names, located.keySpan(said, index), report, {
      code: "runtime-unknown",
      what: "runtime",
      where: "`runtimes:`",
    });
  }
}

/** `a, b and c`, at most eight. */
export function listOf(words: readonly string[]): string {
  const shown = words.length > 8 ? [...words.slice(0, 8), "…"] : words;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
