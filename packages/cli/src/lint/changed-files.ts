import { spawnSync } from "node:child_process";
import { BadInput } from "../bad-input.js";

/**
 * Files that differ from what a git ref and this branch have in common, with those not committed and
 * not yet added; relative to the folder.
 */
export function changedFiles(folder: string, ref: string): ReadonlySet<string> {
  if (ref.startsWith("-")) throw new BadInput(`"${ref}" is no git ref.`);
  const base =
    git(folder, ["merge-base", ref, "HEAD"]) ?? git(folder, ["rev-parse", "--verify", ref]);
  if (base === null) {
    throw new BadInput(`git knows no "${ref}" here.`, {
      help: "Name a branch, tag or commit that was fetched; in CI, check out with `fetch-depth: 0`.",
    });
  }
  const changed = git(folder, ["diff", "--name-only", "-z", "--relative", base.trim()]) ?? "";
  const added = git(folder, ["ls-files", "--others", "--exclude-standard", "-z"]) ?? "";
  return new Set(`${changed}\0${added}`.split("\0").filter((path) => path !== ""));
}

function git(folder: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync("git", ["-C", folder, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return status === 0 ? stdout : null;
}
