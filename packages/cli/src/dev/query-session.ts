import { NoSession, openPastSession, type PastSession } from "@dd0c/track-live";
import { BadInput } from "../bad-input.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import type { Terminal } from "../terminal.js";
import { openConfig, type WorkspaceOptions } from "../workspace.js";
import { printTable } from "./print-table.js";
import { pastSessionFile } from "./session-file.js";

/** Opens the session that was named, or the workspace's last. */
export async function openSession(
  named: string | true,
  folder: string,
  terminal: Terminal,
): Promise<PastSession> {
  const path = pastSessionFile(folder, terminal.folder, named);
  try {
    return await openPastSession(path);
  } catch (error) {
    if (error instanceof NoSession) throw new BadInput(error.message);
    throw error;
  }
}

/** `dd0c-track dev --sql "…"`: prints what a query says of a session. */
export async function querySession(
  sql: string,
  options: WorkspaceOptions & { readonly open?: string | true },
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = openConfig(terminal.folder, options)?.folder ?? terminal.folder;
  const past = await openSession(options.open ?? true, folder, terminal);
  try {
    const result = await past.query(sql).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      throw new BadInput(message.trim(), {
        help: "The tables are `events` and `session`; each planned event is a view of its own name.",
      });
    });
    printTable(result, terminal);
    return exitCode.clean;
  } finally {
    past.close();
  }
}
