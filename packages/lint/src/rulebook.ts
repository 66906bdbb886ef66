import { breakingRules } from "./breaking-rules/index.js";
import { codeRules } from "./code-rules/index.js";
import { ignoreRules } from "./ignores/pages.js";
import { planRules } from "./plan-rules/index.js";
import type { RulePage } from "./rule-page.js";

/** Every rule's page by the rule's name, by families. */
export const rulebook: ReadonlyMap<string, RulePage> = new Map(
  [...planRules, ...ignoreRules, ...breakingRules, ...codeRules].map(({ page }) => [
    page.name,
    page,
  ]),
);
