/** The words of a table that is written as text, which stays readable where lists grow long. */
export function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
