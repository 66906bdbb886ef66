import { breakingRules } from "./breaking-rules/index.js";
import { codeRules } from "./code-rules/index.js";
import { planRules } from "./plan-rules/index.js";
import type { RulePage } from "./rule-page.js";

/** Every rule's page by the rule's name, in the order of their ids within each family. */
export const rulebook: ReadonlyMap<string, RulePage> = new Map(
  [...planRules, ...breakingRules, ...codeRules].map(({ page }) => [page.name, page]),
);
