import type { Diagnostic } from "@dd0c/track-codegen";
import { type ExitCode, exitCode } from "./exit-code.js";

/** How much a command bears before it fails; an error always fails. */
export interface VerdictOptions {
  /** Warnings fail too. */
  readonly strict?: boolean;
  /** More warnings than this fail. */
  readonly maxWarnings?: number;
}

/** The exit code that findings come to. */
export function verdictOn(
  diagnostics: readonly Diagnostic<string>[],
  { strict = false, maxWarnings = Number.POSITIVE_INFINITY }: VerdictOptions,
): ExitCode {
  const count = (wanted: string): number =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  const most = strict ? 0 : maxWarnings;
  return count("error") > 0 || count("warning") > most ? exitCode.findings : exitCode.clean;
}
