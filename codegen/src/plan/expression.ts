/** Why a pattern is no regular expression; null where it is one. */
export function whyNoExpression(pattern: string): string | null {
  try {
    new RegExp(pattern, "u");
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /s, "") : "it is not valid";
  }
}
