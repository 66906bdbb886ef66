import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Bump, Change } from "@dd0c/track-lint";
import { BadInput } from "../bad-input.js";
import type { Workspace } from "../workspace.js";
import type { Comparison } from "./comparison.js";

/** A package whose release carries a plan's clients. */
export interface ReleasedPackage {
  readonly name: string;
  readonly version: string;
}

/** The packages that the outputs of a workspace's plans go into: the nearest `package.json` above each. */
export function releasedPackages(
  { folder, projects }: Workspace,
  named: readonly string[],
): readonly ReleasedPackage[] {
  const found = new Map<string, ReleasedPackage>();
  for (const { outputs } of projects)
    for (const { to, emitter } of outputs) {
      if (emitter === "markdown") continue;
      const owner = packageAbove(folder, to);
      if (owner !== null) found.set(owner.name, owner);
    }
  if (named.length === 0) return [...found.values()];
  return named.map((name) => found.get(name) ?? { name, version: "1.0.0" });
}

function packageAbove(folder: string, to: string): ReleasedPackage | null {
  for (let path = to; ; path = dirname(path)) {
    const file = join(folder, path, "package.json");
    if (existsSync(file)) {
      const { name, version = "1.0.0" } = JSON.parse(
        readFileSync(file, "utf8"),
      ) as Partial<ReleasedPackage>;
      return name === undefined ? null : { name, version };
    }
    if (path === "." || path === "" || dirname(path) === path) return null;
  }
}

/** The folder of changesets of a workspace or of what it lies in; null where there is none. */
export function changesetFolder(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".changeset"))) return join(at, ".changeset");
    if (existsSync(join(at, ".git")) || dirname(at) === at) return null;
  }
}

/**
 * The largest step that waiting changesets declare for the packages, as a promise to their users: before
 * 1.0.0 a minor step is where breaking changes go. `known`: changesets that the old side had already.
 */
export function pendingBump(
  folder: string | null,
  packages: readonly ReleasedPackage[],
  known: (name: string) => boolean,
): Bump | null {
  if (folder === null || packages.length === 0) return null;
  const names = readdirSync(folder).filter((it) => it.endsWith(".md") && it !== "README.md");
  const bumps = names
    .filter((name) => !known(name))
    .flatMap((name) => declaredIn(readFileSync(join(folder, name), "utf8"), packages));
  return sizes.find((size) => bumps.includes(size)) ?? null;
}

/** Largest first. */
const sizes = ["major", "minor", "patch"] as const;

function declaredIn(text: string, packages: readonly ReleasedPackage[]): readonly Bump[] {
  const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
  return head.split("\n").flatMap((line): readonly Bump[] => {
    const [, name = "", bump = ""] = /^\s*["']?([^"':]+)["']?\s*:\s*(\w+)\s*$/.exec(line) ?? [];
    const owner = packages.find((it) => it.name === name);
    const size = sizes.find((it) => it === bump);
    if (owner === undefined || size === undefined) return [];
    if (!owner.version.startsWith("0.")) return [size];
    return [size === "minor" ? "major" : size === "patch" ? "minor" : size];
  });
}

/** A changeset for what changed: its file name, the same for the same changes, and its text. */
export function changesetFor(
  comparisons: readonly Comparison[],
  bump: Bump,
  packages: readonly ReleasedPackage[],
): { readonly name: string; readonly text: string } {
  if (packages.length === 0)
    throw new BadInput("A changeset names the packages that it releases, and none is known.", {
      help: "Say `--package @scope/name`, or give the config an output that goes into a package.",
    });
  const changes = comparisons.flatMap((it) => [
    ...it.changes,
    ...it.accepted.map(({ change }) => change),
  ]);
  const told = changes.filter(({ id }) => id !== "B502" && id !== "B506");
  const first = told[0]?.fingerprint ?? changes[0]?.fingerprint ?? "plan";
  const head = packages.map(({ name, version }) => `"${name}": ${scaled(bump, version)}`);
  const body = [
    `The tracking plan ${listed(comparisons.map(({ head: { plan } }) => plan.name))} changed.`,
    ...group("What breaks", told, "error"),
    ...group("What to look at", told, "warning"),
    ...group("What is new", told, "info"),
  ];
  return {
    name: `plan-${first}.md`,
    text: `---\n${head.join("\n")}\n---\n\n${body.join("\n\n")}\n`,
  };
}

function group(
  heading: string,
  changes: readonly Change[],
  severity: Change["severity"],
): readonly string[] {
  const lines = changes
    .filter((it) => it.severity === severity)
    .map(({ message }) => `- ${message}`);
  return lines.length === 0 ? [] : [`${heading}:`, [...new Set(lines)].join("\n")];
}

/** Before 1.0.0 nothing is promised: what breaks is a minor step. */
function scaled(bump: Bump, version: string): Bump {
  if (!version.startsWith("0.")) return bump;
  return bump === "major" ? "minor" : "patch";
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].join(", ");
}
