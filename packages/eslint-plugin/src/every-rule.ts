import { codeRules, type RuleSettings } from "@dd0c/track-lint";

/** Every rule on, as bad as it says itself: which of them count is ESLint's config to say. */
export const everyRule: RuleSettings = {
  extends: "strict",
  levels: new Map(),
  overrides: [],
};

/** The rules that a look at single files can answer; the others are the command's. */
export const fileRules: typeof codeRules = codeRules.filter(({ scope }) => scope === "file");
