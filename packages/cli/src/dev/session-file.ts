import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { BadInput } from "../bad-input.js";
import { makeSessionFolder } from "../write.js";

/** Sessions that are kept; older ones make room. */
const mostSessions = 20;

/** Where a workspace's sessions are. */
export function sessionFolder(workspace: string): string {
  return join(workspace, ".dd0c-track", "sessions");
}

/** The file for a new session: the one that was named, or one named after the moment. */
export function newSessionFile(
  workspace: string,
  cwd: string,
  named: string | undefined,
  now: number,
): string {
  if (named !== undefined) {
    const path = resolve(cwd, named);
    if (!existsSync(path)) return path;
    throw new BadInput(`${named} is there already.`, {
      help: `Name another file, or look at it: \`dd0c-track dev --open ${named}\`.`,
    });
  }
  const folder = sessionFolder(workspace);
  makeSessionFolder(folder, mostSessions - 1);
  const name = new Date(now).toISOString().slice(0, 23).replace(/[:.]/g, "-");
  return join(folder, `${name}.duckdb`);
}

/** The file of a session of the past: the one that was named, or the last. */
export function pastSessionFile(workspace: string, cwd: string, named: string | true): string {
  if (named !== true) return resolve(cwd, named);
  const folder = sessionFolder(workspace);
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".duckdb"))
    : [];
  const last = names.sort().at(-1);
  if (last !== undefined) return join(folder, last);
  throw new BadInput("There is no session yet.", {
    help: "`dd0c-track dev` keeps one each time it runs.",
  });
}
