import { breakingRules, type Change } from "@dd0c/track-lint";
import { BadInput } from "../bad-input.js";
import type { Terminal } from "../terminal.js";
import { write } from "../write.js";
import type { Write } from "../write-plan.js";
import { type AcceptedFile, withAccepted } from "./accepted-file.js";
import type { Comparison } from "./comparison.js";

/** What is said with `--accept`. */
export interface AcceptOptions {
  readonly accept?: readonly string[];
  readonly reason?: string;
  readonly by?: string;
  readonly until?: string;
}

/** Writes what `--accept` asks for, all of it or nothing; false where it asks for nothing. */
export function acceptChanges(
  comparisons: readonly Comparison[],
  folder: string,
  options: AcceptOptions,
  terminal: Terminal,
): boolean {
  const { accept = [], reason = "", by = null, until = null } = options;
  if (accept.length === 0) {
    const stray = (["reason", "by", "until"] as const).find((it) => options[it] !== undefined);
    if (stray !== undefined) throw new BadInput(`\`--${stray}\` belongs to \`--accept\`.`);
    return false;
  }
  if (reason.trim() === "")
    throw new BadInput("A change is accepted for a reason.", { help: 'Add `--reason "…"`.' });
  if (until !== null && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    throw new BadInput(`"${until}" is no day.`, { help: "Write it as `--until 2026-12-31`." });
  const files = new Map<string, AcceptedFile>();
  for (const fingerprint of new Set(accept)) {
    const { change, file } = find(comparisons, fingerprint);
    if (by === null && isLocked(change))
      throw new BadInput(
        `${change.id} ${change.code} is accepted only by a team that answers for it.`,
        {
          help: "Add `--by <team>`.",
        },
      );
    const known = files.get(file.path) ?? file;
    const text = withAccepted(known, change, { fingerprint, reason, by, until });
    files.set(file.path, { ...known, source: { ...known.source, text } });
  }
  const writes = [...files.values()].map(({ path, source }): Write => {
    const before = comparisons.find(({ file }) => file.path === path)?.file.source.text ?? "";
    return { path, text: source.text, before: before === "" ? null : before };
  });
  write(folder, { writes, removals: [], unchanged: 0 });
  const { green } = terminal.errColours;
  for (const { path } of writes) terminal.err(`${green("✓")} ${path} written\n`);
  return true;
}

function find(
  comparisons: readonly Comparison[],
  fingerprint: string,
): { readonly change: Change; readonly file: AcceptedFile } {
  for (const { changes, file } of comparisons) {
    const change = changes.find((it) => it.fingerprint === fingerprint);
    if (change !== undefined) return { change, file };
  }
  const isKnown = comparisons.some(({ accepted }) =>
    accepted.some(({ change }) => change.fingerprint === fingerprint),
  );
  throw new BadInput(
    isKnown
      ? `The change ${fingerprint} is accepted already.`
      : `Nothing that changed has the fingerprint "${fingerprint}".`,
    { help: "Run the command without `--accept`; each finding shows its fingerprint." },
  );
}

function isLocked({ id }: Change): boolean {
  return breakingRules.some(({ page }) => page.id === id && page.locked);
}
