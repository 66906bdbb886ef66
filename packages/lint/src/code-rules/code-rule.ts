import type { Diagnostic } from "@dd0c/track-codegen";
import type { Analysis } from "../code/analysis.js";
import type { Rule } from "../rule.js";
import type { PlanIndex } from "./plan-index.js";

/** A rule about code that tracks. Pure: the same analysis and plan give the same findings. */
export interface CodeRule extends Rule {
  /** `project` rules speak of what nowhere stands, so a look at one file cannot tell. */
  readonly scope: "file" | "project";
  check(analysis: Analysis, plan: PlanIndex, settings: CodeSettings): readonly Diagnostic<string>[];
}

/** What rules need to know that neither code nor plan says. */
export interface CodeSettings {
  /** The day on which the lint runs, YYYY-MM-DD; rules never read a clock. */
  readonly today: string;
  /** Names of planned events that stand somewhere in the code without being sent there. */
  readonly mentioned: ReadonlySet<string>;
}
