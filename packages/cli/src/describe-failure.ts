import { BadInput } from "./bad-input.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { printFindings } from "./print-findings.js";
import { many } from "./reporters/findings.js";
import type { Terminal } from "./terminal.js";

/** Says why a command ended early, on `err`, and whose fault it is. */
export async function describeFailure(
  error: unknown,
  verbose: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  if (error instanceof BadInput) return describeBadInput(error, terminal);
  const denied = deniedByDisk(error);
  if (denied !== null) return describeBadInput(new BadInput(denied), terminal);
  const { red, bold } = terminal.errColours;
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? stacksOf(error) : message;
  terminal.err(
    `${bold(red("bug:"))} ${message}\n` +
      "  This is a mistake in dd0c-track, not in your plan. Nothing was written.\n" +
      (verbose
        ? `\n${stack}\n\nPlease report it with these lines, and the plan if you can share it.\n`
        : "  Run it again with --verbose, and report what it prints.\n"),
  );
  return exitCode.bug;
}

async function describeBadInput(error: BadInput, terminal: Terminal): Promise<ExitCode> {
  const { red, bold } = terminal.errColours;
  const toErr = { ...terminal, out: terminal.err, colours: terminal.errColours };
  if (error.diagnostics.length > 0) await printFindings(error, { format: "pretty" }, toErr);
  const count =
    error.diagnostics.length > 0 ? ` (${many(error.diagnostics.length, "finding")})` : "";
  terminal.err(`${bold(red("error:"))} ${error.message}${count}\n`);
  if (error.help !== null) terminal.err(`  ${bold("help:")} ${error.help}\n`);
  return exitCode.badInput;
}

const refusals: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota is used up",
  ENOTDIR: "a file stands where a folder is needed",
  EMFILE: "too many files are open",
};

/** What the disk refused, in words; null where it was something else. */
function deniedByDisk(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code = "", path = "" } = error as NodeJS.ErrnoException;
  const reason = refusals[code];
  return reason === undefined ? null : `${path}: ${reason}. Nothing was written.`;
}

function stacksOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${stacksOf(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}
