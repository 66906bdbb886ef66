import type { Rule } from "../rule.js";

/** Every rule about what a change of a plan breaks; a new one is a folder and a line here. */
export const breakingRules: readonly Rule[] = [];
