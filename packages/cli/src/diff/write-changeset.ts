import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Bump } from "@dd0c/track-lint";
import { BadInput } from "../bad-input.js";
import type { Terminal } from "../terminal.js";
import type { Workspace } from "../workspace.js";
import { write } from "../write.js";
import { changesetFolder, changesetFor, releasedPackages } from "./changeset.js";
import type { Comparison } from "./comparison.js";

const sizes: readonly Bump[] = ["major", "minor", "patch"];

/** Writes the changeset that the compared changes need, beside those that wait already. */
export function writeChangeset(
  comparisons: readonly Comparison[],
  workspace: Workspace | null,
  options: { readonly package?: readonly string[] },
  terminal: Terminal,
): void {
  const bump = sizes.find((size) => comparisons.some((it) => it.bump === size));
  if (bump === undefined) {
    terminal.err("Nothing changed that a release would tell of; no changeset is needed.\n");
    return;
  }
  if (workspace === null)
    throw new BadInput("A changeset needs a config.", {
      help: "Run it where `dd0c-track.yaml` is.",
    });
  const folder = changesetFolder(workspace.folder) ?? join(workspace.folder, ".changeset");
  const packages = releasedPackages(workspace, options.package ?? []);
  const { name, text } = changesetFor(comparisons, bump, packages);
  const path = join(folder, name);
  const before = existsSync(path) ? readFileSync(path, "utf8") : null;
  const home = dirname(folder);
  if (before !== text)
    write(home, {
      writes: [{ path: `.changeset/${name}`, text, before }],
      removals: [],
      unchanged: 0,
    });
  const { green } = terminal.errColours;
  terminal.err(
    `${green("✓")} .changeset/${name} ${before === text ? "is up to date" : "written"}\n`,
  );
}
