import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Larger files hold data, not code that sends events. */
const mostBytes = 1_000_000;

/**
 * Which of some names stand anywhere in some files, as a whole word: an event that is only named may
 * be sent in a way that nobody sees. Files that cannot be read name nothing.
 */
export function findMentions(
  folder: string,
  files: readonly string[],
  names: readonly string[],
): ReadonlySet<string> {
  const open = new Map(names.map((name) => [name, wordOf(name)]));
  const found = new Set<string>();
  for (const file of files) {
    if (open.size === 0) break;
    const text = textOf(join(folder, file));
    for (const [name, word] of open) {
      if (!text.includes(name) || !word.test(text)) continue;
      found.add(name);
      open.delete(name);
    }
  }
  return found;
}

/** A single word is too common to mean the event unless it stands in quotes. */
function wordOf(name: string): RegExp {
  const word = quote(name);
  return /\W|_/.test(name)
    ? new RegExp(`(?<!\\w)${word}(?!\\w)`)
    : new RegExp(`["'\`]${word}["'\`]`);
}

function textOf(path: string): string {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > mostBytes) return "";
    const text = bytes.toString("utf8");
    // A generated client names every event that there is.
    return /^.{0,40}Generated from .* by `dd0c-track generate`/.test(text.slice(0, 300))
      ? ""
      : text;
  } catch {
    return "";
  }
}

const quote = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
