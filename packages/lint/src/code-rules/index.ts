import type { Rule } from "../rule.js";

/** Every rule about code that tracks; a new one is a folder and a line here. */
export const codeRules: readonly Rule[] = [];
