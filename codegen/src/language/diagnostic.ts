import type { DiagnosticCode } from "./catalogue.js";
import type { Span } from "./span.js";

export type { DiagnosticCode } from "./catalogue.js";

/** How bad a finding is: only errors stop the compiler from emitting. */
export type Severity = "error" | "warning" | "info";

/**
 * One finding, from the parser to the reporter. `message` says what is wrong and why, `help` what
 * to do; `code` is permanent and `dd0c-track explain <code>` prints its page.
 * The compiler's codes are those of its catalogue; the gate and the live check bring their own.
 */
export interface Diagnostic<Code extends string = DiagnosticCode> {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | null;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fix: Fix | null;
  /**
   * What the finding is about, in words that survive edits elsewhere, such as
   * `events/cost.anomaly.alerted/properties/amount`: fingerprints and baselines are made of code and
   * subject. Absent: the text that is pointed at.
   */
  readonly subject?: string;
}

/** A second place that explains the first: "first defined here". */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** A safe edit: the span's text becomes `replacement`. */
export interface Fix {
  readonly span: Span;
  readonly replacement: string;
}
