import type { RulePage } from "./rule-page.js";

/** What all rules have, whatever they look at; each family adds its own `check`. */
export interface Rule {
  readonly page: RulePage;
}
