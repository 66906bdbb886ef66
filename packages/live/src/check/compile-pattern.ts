import { matchesPattern } from "@dd0c/track-codegen";

/** Steps that a pattern may take: about a millisecond's work. */
const mostSteps = 1_000_000;

/** A pattern is tried as it is where that ends soon, whatever the text; else the compiler's guard decides. */
export function compilePattern(pattern: string): (text: string) => boolean {
  const bare = pattern.replace(/\\.|\[[^\]]*\]/g, "_");
  const repetitions = bare.match(/[*+]|\{\d+,\d*\}/g)?.length ?? 0;
  // A repetition of repetitions doubles with each character; those in a row multiply.
  const isNested = /\)[*+{]/.test(bare);
  const longest = isNested ? 0 : Math.floor(mostSteps ** (1 / (repetitions + 1)));
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, "u");
  } catch {
    return () => false;
  }
  return (text) => (text.length <= longest ? expression.test(text) : matchesPattern(pattern, text));
}
