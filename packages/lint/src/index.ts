export type { Audience, Preset, RulePage } from "./rule-page.js";
