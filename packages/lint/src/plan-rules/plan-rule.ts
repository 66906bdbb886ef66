import type { Origin, Severity } from "@dd0c/track-codegen";
import type { PlanView, Subject } from "../plan/plan-view.js";
import type { Rule } from "../rule.js";

/** What a plan rule finds; the rule's name and severity, and the place in the file, are added to it. */
export interface PlanFinding {
  readonly subject: Subject;
  readonly message: string;
  readonly help: string;
  /** Where one finding of the rule is less, or more, bad than the others. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly message: string; readonly origin: Origin }[];
}

/** A rule about plans: looks, says what it finds, changes nothing. */
export interface PlanRule extends Rule {
  readonly check: (view: PlanView) => readonly PlanFinding[];
}
