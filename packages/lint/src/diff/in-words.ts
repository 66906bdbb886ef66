/** `a`, `b` and `c`, each in backticks. */
export function listed(words: readonly (string | number | boolean)[]): string {
  const ticked = words.map((word) => `\`${word}\``);
  const last = ticked.pop() ?? "";
  return ticked.length === 0 ? last : `${ticked.join(", ")} and ${last}`;
}

/** A sentence, from its first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
