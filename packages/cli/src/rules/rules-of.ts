import type { Diagnostic, Located } from "@dd0c/track-codegen";
import { defaultSettings, type RuleSettings } from "@dd0c/track-lint";
import { readRules } from "./read-rules.js";
import type { RulesSpec } from "./rules-section.js";

/** `rules:` of a config, not yet held to the rules there are. */
export interface RulesAsWritten {
  readonly spec: RulesSpec;
  readonly located: Located;
}

/** What `rules:` comes to. */
export interface KnownRules {
  readonly settings: RuleSettings;
  /** Findings about the config that keep nothing from working. */
  readonly notes: readonly Diagnostic<string>[];
}

/** The rules' levels of a workspace. Apart from opening it: it takes every rule's page, and `generate` needs none. */
export function rulesOf({ rules }: { readonly rules: RulesAsWritten | null }): KnownRules {
  return rules === null
    ? { settings: defaultSettings, notes: [] }
    : readRules(rules.spec, rules.located);
}
