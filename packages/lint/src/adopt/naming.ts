/** How a name is spelt. */
export type Spelling =
  | "snake_case"
  | "dotted.names"
  | "scope:name"
  | "kebab-case"
  | "Title Case"
  | "camelCase"
  | "plain words"
  | "other";

const spellings: readonly (readonly [Spelling, RegExp])[] = [
  ["snake_case", /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/],
  ["dotted.names", /^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+$/],
  ["scope:name", /^[a-zA-Z][\w -]*:\s?[\w -]+$/],
  ["kebab-case", /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/],
  ["Title Case", /^[A-Z][A-Za-z0-9]*(?: [A-Z0-9][A-Za-z0-9]*)*$/],
  ["camelCase", /^[a-z]+(?:[A-Z][a-z0-9]*)+$/],
  ["plain words", /^[\p{L}\p{N}][\p{L}\p{N} ]*$/u],
];

/** How a name is spelt; a single lower-case word could be several, and counts as snake case. */
export function spellingOf(name: string): Spelling {
  return spellings.find(([, pattern]) => pattern.test(name))?.[0] ?? "other";
}

/** The spelling that most names have, and those that have another; null where there are none. */
export function conventionOf(names: readonly string[]): {
  readonly spelling: Spelling;
  readonly breaking: readonly string[];
} | null {
  const counts = new Map<Spelling, number>();
  for (const name of names) counts.set(spellingOf(name), (counts.get(spellingOf(name)) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most === undefined) return null;
  const [spelling] = most;
  return { spelling, breaking: names.filter((name) => spellingOf(name) !== spelling) };
}

/** Pairs of names that look like one event: the same letters, a plural, another tense. */
export function nearDuplicates(names: readonly string[]): readonly (readonly [string, string])[] {
  const firsts = new Map<string, string>();
  const pairs: (readonly [string, string])[] = [];
  for (const name of [...names].sort()) {
    const key = stemOf(name);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, name);
    else pairs.push([first, name]);
  }
  return pairs;
}

/** The words of a name without tense, plural and order. */
function stemOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words
    .map((word) => word.replace(/(?:ies|ied)$/, "y").replace(/(?:e?s|e?d|ing|e)$/, ""))
    .sort()
    .join(" ");
}
