import type { DiagnosticCode } from "./catalogue.js";
import type { Span } from "./span.js";

export type { DiagnosticCode } from "./catalogue.js";

/** How bad a finding is: only errors stop the compiler from emitting. */
export type Severity = "error" | "warning" | "info";

/**
 * One finding, from the parser to the reporter. `message` says what is wrong and why, `help` what
 * to do; `code` is permanent and `dd0c-track explain <code>` prints its page.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | null;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fix: Fix | null;
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
