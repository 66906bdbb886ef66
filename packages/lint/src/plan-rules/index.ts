import type { Rule } from "../rule.js";

/** Every rule about plans that the compiler itself does not hold them to; a new one is a folder and a line here. */
export const planRules: readonly Rule[] = [];
