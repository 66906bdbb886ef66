import { dirname, join } from "node:path";
import type { EmittedFile } from "@dd0c/track-codegen";
import { type ExitCode, exitCode } from "../exit-code.js";
import { schemaName, schemaText } from "../schema-text.js";
import type { Terminal } from "../terminal.js";
import { openWorkspace, slashed, type WorkspaceOptions } from "../workspace.js";
import { write } from "../write.js";
import { planWrites } from "../write-plan.js";

/** Options of `schema`. */
export interface SchemaOptions extends WorkspaceOptions {
  /** Print it, write nothing. */
  readonly stdout?: boolean;
  /** Write nothing; fail where it is out of date. */
  readonly check?: boolean;
}

/** `dd0c-track schema`: writes the JSON Schema with which editors complete and check plan files. */
export function schema(options: SchemaOptions, terminal: Terminal): ExitCode {
  if (options.stdout === true) {
    terminal.out(schemaText());
    return exitCode.clean;
  }
  const workspace = openWorkspace(terminal.folder, undefined, options);
  const text = schemaText();
  const files: readonly EmittedFile[] = workspace.projects.map(({ plan }) => ({
    path: slashed(join(dirname(plan), schemaName)),
    text,
  }));
  const writes = planWrites(workspace.folder, files, { folders: [], plans: new Set() });
  if (options.check !== true) write(workspace.folder, writes);
  const stale = options.check === true && writes.writes.length > 0;
  const { green, red } = terminal.errColours;
  for (const { path } of files) {
    const isNew = writes.writes.some((it) => it.path === path);
    const said = stale
      ? "is out of date: run `dd0c-track schema`"
      : isNew
        ? "written"
        : "up to date";
    terminal.err(
      `${stale && isNew ? red("✗") : green("✓")} ${path} ${isNew ? said : "up to date"}\n`,
    );
  }
  return stale ? exitCode.findings : exitCode.clean;
}
