/** A word without its plural: `orders` → `order`, `entries` → `entry`, `status` → `status`. */
export function singular(word: string): string {
  if (!word.endsWith("s") || word.length < 4) return word;
  if (/(?:ss|us|is|news|series)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
