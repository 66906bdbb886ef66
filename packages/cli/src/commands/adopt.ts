import { basename, relative, resolve } from "node:path";
import { createSource, positionIn, type Span } from "@dd0c/track-codegen";
import { type Adopted, adoptPlan } from "@dd0c/track-lint";
import type { Analysis } from "@dd0c/track-lint/code";
import { draftConfig, expectNoPlan, writeDraft } from "../adopt/write-draft.js";
import { BadInput } from "../bad-input.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { analyseWorkspace } from "../lint/analyse-workspace.js";
import { readSources } from "../lint/read-sources.js";
import { many } from "../reporters/findings.js";
import { shownFrom } from "../shown-path.js";
import type { Terminal } from "../terminal.js";
import { slashed } from "../workspace.js";
import { check } from "./check.js";
import { lint } from "./lint.js";

/** Options of `adopt`. */
export interface AdoptCommandOptions {
  /** The folder to write to, and below which the code is; here unless told. */
  readonly out?: string;
  /** The plan's name; the folder's unless told. */
  readonly name?: string;
  /** Print the plan, write nothing. */
  readonly stdout?: boolean;
  readonly cache?: boolean;
}

/** Lines shown of each list; the rest is counted. */
const mostLines = 12;

/** `dd0c-track adopt [paths…]`: writes the plan that the code follows without having one. */
export async function adopt(
  paths: readonly string[],
  options: AdoptCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = resolve(terminal.folder, options.out ?? ".");
  if (options.stdout !== true) expectNoPlan(folder, "adopt");
  const include = paths.map((path) => insideOf(folder, resolve(terminal.folder, path), path));
  const analysis = analyseWorkspace(
    { folder, lint: include.length === 0 || include.includes("") ? {} : { include } },
    options,
  );
  const adopted = adoptPlan(analysis, {
    name: options.name ?? basename(folder),
    show: showIn(folder, terminal.folder),
  });
  if (adopted.draft.events.length === 0) throw nothingFound(analysis, adopted);
  if (options.stdout === true) terminal.out(adopted.text);
  else writeDraft(folder, adopted.text, draftConfig(lintLines(include)));
  report(adopted, options.stdout !== true, terminal);
  if (options.stdout === true) return exitCode.clean;
  await forgiveToday(folder, terminal);
  const { bold } = terminal.errColours;
  terminal.err(
    `\n${bold("Next:")} dd0c-track check, generate and lint: all three are green today.\n`,
  );
  return exitCode.clean;
}

/** Writes the baseline of plan and code, so that from today on only what is new fails. */
async function forgiveToday(folder: string, terminal: Terminal): Promise<void> {
  const quiet = { ...terminal, folder, out: () => {}, err: () => {} };
  check(undefined, { writeBaseline: true, format: "json" }, quiet);
  await lint([], { writeBaseline: true, format: "json" }, quiet);
}

function insideOf(folder: string, path: string, written: string): string {
  const way = slashed(relative(folder, path));
  if (way === ".." || way.startsWith("../")) {
    throw new BadInput(`${written} is not below ${folder}.`, {
      help: "The plan must stand above the code: say where with --out.",
    });
  }
  return way;
}

function showIn(folder: string, reader: string): (span: Span) => string {
  const sources = readSources(folder, new Map());
  const shown = shownFrom(reader, folder);
  return (span) => {
    const source = sources(span.file) ?? createSource(span.file, "");
    return `${shown(span.file)}:${positionIn(source, span.start).line}`;
  };
}

function lintLines(include: readonly string[]): readonly string[] {
  const paths = include.filter((path) => path !== "");
  return paths.length === 0
    ? []
    : ["lint:", `  include: [${paths.map((path) => JSON.stringify(path)).join(", ")}]`];
}

function nothingFound({ files }: Analysis, { unseen }: Adopted): BadInput {
  const seen = `${many(files.listed, "file")} ${files.listed === 1 ? "was" : "were"} looked at`;
  return new BadInput(`No event that code sends was found: ${seen}.`, {
    help:
      unseen[0] === undefined
        ? "Name the folder that holds the code, or tell the config which function sends events (`lint: emitters:`)."
        : `What was found has no name that could be read, such as ${unseen[0]}.`,
  });
}

function report(adopted: Adopted, isWritten: boolean, { err, errColours }: Terminal): void {
  const { bold, green, yellow, dim } = errColours;
  const { draft, sites, leftOut, personal, convention, duplicates, unseen } = adopted;
  const where = isWritten ? ", written to schema/plan.yaml" : "";
  err(`${green("✓")} ${many(draft.events.length, "event")} from ${many(sites, "call")}${where}\n`);
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    err(`\n${bold(yellow(title))}\n`);
    for (const line of lines.slice(0, mostLines)) err(`  ${line}\n`);
    if (lines.length > mostLines)
      err(dim(`  … and ${lines.length - mostLines} more, as comments in the plan\n`));
  };
  section(
    "Looks like personal data; hashed or dropped until you decide:",
    personal.map((it) => `${it.event} / ${it.property} (${it.class})`),
  );
  section(`Not spelt like most (${convention?.spelling ?? ""}):`, convention?.breaking ?? []);
  section(
    "Much alike:",
    duplicates.map(([one, other]) => `${one} and ${other}`),
  );
  section(
    "Left out, because no plan can say it:",
    leftOut.map(
      ({ event, property, reason }) =>
        `${[event, property].filter((it) => it !== null).join(" / ")}: ${reason}`,
    ),
  );
  section("Could not be seen:", unseen);
}
