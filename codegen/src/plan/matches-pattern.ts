/**
 * Whether a text matches a pattern. A pattern that is no expression matches nothing; one that might
 * take for ever over this text is not tried, and matches.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, "u");
  } catch {
    return false;
  }
  return !isQuick(pattern, text.length) || expression.test(text);
}

/** The most characters that a pattern which repeats repetitions or choices is tried on. */
const mostNested = 12;

/** The most steps that a pattern with several repetitions in a row is tried for. */
const mostSteps = 10_000_000;

/** Whether trying out the ways in which a pattern fits a text of this length ends soon: JavaScript tries all. */
function isQuick(pattern: string, length: number): boolean {
  const bare = pattern
    .replace(/\\[1-9k]/gu, "_*")
    .replace(/\\./gsu, "_")
    .replace(/\[[^\]]*\]/gu, "_")
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/gu, "(");
  const repetitions = [...bare.matchAll(/[*+]|\{\d+(?:,\d*)?\}/g)].length;
  const isNested = /\)(?:[*+]|\{\d)/.test(bare) && (repetitions > 1 || /[|?]/.test(bare));
  if (isNested) return length <= mostNested;
  const starts = bare.startsWith("^") ? 0 : 1;
  return length ** (repetitions + starts) <= mostSteps;
}
