/**
 * The words of a name: cut at what is no letter or digit, and where lower case turns to upper. Each
 * word, and all of them together, can be part of an identifier.
 */
export function wordsOf(name: string): readonly string[] {
  return name
    .normalize("NFC")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{ID_Start}\p{Nd}]+/u)
    .filter((word) => word !== "");
}
