import { basename, resolve } from "node:path";
import { detectFormat, type ImportFormat, importFormats, importPlan } from "@dd0c/track-lint";
import { readExport } from "../adopt/read-export.js";
import { draftConfig, expectNoPlan, writeDraft } from "../adopt/write-draft.js";
import { BadInput } from "../bad-input.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { many } from "../reporters/findings.js";
import type { Terminal } from "../terminal.js";

/** Options of `import`. */
export interface ImportOptions {
  readonly from?: ImportFormat;
  /** The folder to write to; here unless told. */
  readonly out?: string;
  /** Print the plan, write nothing. */
  readonly stdout?: boolean;
}

/** `dd0c-track import <path>`: makes a plan of another tool's export. Overwrites nothing. */
export function importExport(path: string, options: ImportOptions, terminal: Terminal): ExitCode {
  const folder = resolve(terminal.folder, options.out ?? ".");
  if (options.stdout !== true) expectNoPlan(folder, "import");
  const from = resolve(terminal.folder, path);
  const files = readExport(from, terminal.folder);
  const format = options.from ?? detectFormat(files);
  if (format === null) {
    throw new BadInput(`Nobody's export is told by what is in ${path}.`, {
      help: `Say whose it is: --from ${importFormats.join(" | ")}.`,
    });
  }
  const name = basename(from).replace(/\.[^.]*$/, "");
  const { text, draft, leftOut, notes } = importPlan(files, format, name);
  if (draft.events.length === 0 && (draft.properties ?? []).length === 0) {
    throw new BadInput(`There is no event in ${path}, read as ${format}.`, {
      help: `Say whose export it is: --from ${importFormats.join(" | ")}.`,
    });
  }
  const { bold, green, yellow } = terminal.errColours;
  if (options.stdout === true) terminal.out(text);
  else writeDraft(folder, text, draftConfig());
  const events = many(draft.events.length, "event");
  terminal.err(
    `${green("✓")} ${events} from ${format}${options.stdout === true ? "" : " in schema/plan.yaml"}\n`,
  );
  for (const { event, property, reason } of leftOut) {
    const what = [event, property].filter((it) => it !== null).join(" / ");
    terminal.err(`  ${yellow("left out:")} ${what}: ${reason}\n`);
  }
  for (const note of notes) terminal.err(`  ${yellow("note:")} ${note}\n`);
  if (options.stdout !== true) {
    terminal.err(`${bold("Next:")} dd0c-track check, then say what each event is for.\n`);
  }
  return exitCode.clean;
}
