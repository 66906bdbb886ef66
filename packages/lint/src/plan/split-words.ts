/** The words of a name in lower case: `orderPaid_at2` → order, paid, at2. */
export function splitWords(name: string): readonly string[] {
  // Most names are spelt like this, and need no look at single characters.
  if (/^[a-z0-9]+(?:[._][a-z0-9]+)*$/.test(name)) return name.split(/[._]/);
  return name
    .normalize("NFC")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
