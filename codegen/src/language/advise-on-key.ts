import { didYouMean } from "./nearest.js";

/** What other languages and tools, and a first guess, call a key. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  enum: ["values"],
  include: ["files"],
  includes: ["files", "include"],
  mandatory: ["required"],
  question: ["answers"],
  sampling: ["sample"],
  sample_rate: ["sample"],
  team: ["owner"],
  throttle: ["limit"],
  when: ["trigger"],
};

/**
 * What was meant by a key that is not among those known at a place, as `Did you mean "x"?` or as a
 * whole sentence; null where nobody can tell. `path` leads from the file's top to the key's owner.
 */
export function adviseOnKey(
  key: string,
  known: readonly string[],
  path: readonly PropertyKey[],
): string | null {
  if (path[0] === "groups" && path.length === 2 && (key === "properties" || key === "include")) {
    return "`groups:` are those that PostHog counts by. Properties that events share stand under `property_groups:`.";
  }
  const strange = /^[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/u.exec(key);
  if (strange !== null) {
    const code = strange[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    return `It begins with U+${code}, which is no space to YAML. Indent with plain spaces.`;
  }
  if (/[“”„‘’]/u.test(key)) return `Quotes of a text are straight in YAML: "…" or '…'.`;
  const near = didYouMean(key, known);
  if (near !== null) return near;
  const others = Object.hasOwn(otherWords, key) ? (otherWords[key] ?? []) : [];
  const word = others.find((it) => known.includes(it));
  return word === undefined ? null : `Did you mean "${word}"?`;
}
