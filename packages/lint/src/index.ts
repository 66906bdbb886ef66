export type { Rule } from "./rule.js";
export type { Audience, Preset, RulePage } from "./rule-page.js";
export { rulebook } from "./rulebook.js";
