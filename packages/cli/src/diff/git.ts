import { spawnSync } from "node:child_process";
import { BadInput } from "../bad-input.js";

/** Bytes of one answer: a plan's files all together. */
const mostBytes = 256 * 1024 * 1024;

/** What git answers, as bytes; null where it fails. Only commands that read. */
export function git(folder: string, args: readonly string[], input?: string): Buffer | null {
  const { status, stdout, error } = spawnSync("git", ["-C", folder, ...args], {
    input,
    maxBuffer: mostBytes,
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" },
  });
  if (error !== undefined && (error as NodeJS.ErrnoException).code === "ENOENT")
    throw new BadInput("Git is not installed, or not on the path.");
  return status === 0 ? stdout : null;
}

/** The same as one line of text. */
export function gitLine(folder: string, args: readonly string[]): string | null {
  return git(folder, args)?.toString("utf8").trimEnd() ?? null;
}
