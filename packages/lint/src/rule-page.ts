import type { CatalogueEntry, Severity } from "@dd0c/track-codegen";

/** Which rules a team takes: `strict` holds all of `recommended`. */
export type Preset = "recommended" | "strict";

/** Whom a breaking change breaks: calls, deployed senders, dashboards and history, or people. */
export type Audience = "source" | "wire" | "analysis" | "privacy";

/** What a rule says of itself: printed by `rules` and `explain`, and made into its reference page. */
export interface RulePage extends CatalogueEntry {
  /** The code in findings, in kebab case, such as `action-not-past-tense`; permanent, like the id. */
  readonly name: string;
  readonly family: "plan" | "breaking" | "code";
  /** How bad a finding is unless a config says otherwise. */
  readonly severity: Severity;
  /** The smallest preset that has the rule; null where a config must ask for it. */
  readonly preset: Preset | null;
  /** True where no comment and no baseline may silence it. */
  readonly locked: boolean;
  /** Breaking rules only: who notices. */
  readonly audiences?: readonly Audience[];
  /** True where `--fix` mends it. */
  readonly fixable?: boolean;
}
