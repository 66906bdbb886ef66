import type { Property } from "@dd0c/track-codegen";
import { wordsAlike, wordsIn } from "./words-alike.js";

/** How alike two properties must be to be taken for one that was renamed. */
export const sameProperty = 0.5;

/** How alike two properties of one owner are, 0 to 1: of one type, and in name or description the same. */
export function propertyLikeness(base: Property, head: Property): number {
  if (base.pii?.handling !== head.pii?.handling) return 0;
  if (JSON.stringify(base.type) !== JSON.stringify(head.type)) return 0;
  const isSaid = base.description !== null && base.description === head.description;
  const name = wordsAlike(wordsIn(base.name), wordsIn(head.name));
  return isSaid ? 0.75 + name / 4 : name;
}
