import type { ResolvedPlan } from "@dd0c/track-codegen";
import { versionBumpTooSmall } from "../breaking-rules/version-bump-too-small/rule.js";
import type { Bump, Change } from "./change.js";
import { compareVersions, versionParts } from "./compare-versions.js";
import { fingerprintOf } from "./fingerprint.js";

const sizes: Readonly<Record<Bump | "none", number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/** How far the version must move for all of these changes together; accepted ones count too. */
export function bumpFor(changes: readonly Change[]): Bump | "none" {
  const bumps = changes.map(({ bump }) => bump);
  return largest(["none", ...bumps]);
}

/**
 * The finding that the version says less than the change does; null where it says enough, or where
 * no version is declared: neither in both plans nor by `pending`, the bump of waiting changesets.
 */
export function versionChange(
  base: ResolvedPlan,
  head: ResolvedPlan,
  changes: readonly Change[],
  pending: Bump | null,
): Change | null {
  const isDeclared = isSaid(base) && isSaid(head);
  if (isDeclared && compareVersions(base.version, head.version) > 0) return null;
  if (!isDeclared && pending === null) return null;
  const declared = largest([
    isDeclared ? bumpOf(base.version, head.version) : "none",
    pending ?? "none",
  ]);
  const needed = scaled(bumpFor(changes), base.version);
  if (sizes[needed] <= sizes[declared]) return null;
  const { page } = versionBumpTooSmall;
  const said = declared === "none" ? "stays as it is" : `moves by a ${declared} step`;
  const wanted = isDeclared ? ` (${nextVersion(base.version, needed)} or above)` : "";
  return {
    code: page.name,
    id: page.id,
    severity: needed === "patch" ? "warning" : page.severity,
    audiences: [],
    subject: "plan/version",
    message: `The version ${isDeclared ? `${base.version} ` : ""}${said}, but these changes need a ${needed} step${wanted}.`,
    help: isDeclared
      ? `Set \`version: ${nextVersion(base.version, needed)}\` in ${head.origin.file}.`
      : "Run `dd0c-track diff … --changeset`, which writes what the release needs.",
    base: base.origin,
    head: head.origin,
    inherited: null,
    bump: "patch",
    fingerprint: fingerprintOf(page.id, "plan/version", `${declared} → ${needed}`),
  };
}

/** A plan without a `version:` has 0.0.0. */
function isSaid({ version }: ResolvedPlan): boolean {
  return version !== "0.0.0" && versionParts(version) !== null;
}

/** Before 1.0.0 nothing is promised: what breaks is a minor step, what adds a patch. */
function scaled(bump: Bump | "none", version: string): Bump | "none" {
  if (versionParts(version)?.[0] !== 0 || version === "0.0.0") return bump;
  return bump === "major" ? "minor" : bump === "none" ? "none" : "patch";
}

function bumpOf(base: string, head: string): Bump | "none" {
  const from = versionParts(base);
  const to = versionParts(head);
  if (from === null || to === null || compareVersions(base, head) >= 0) return "none";
  return from[0] !== to[0] ? "major" : from[1] !== to[1] ? "minor" : "patch";
}

/** The lowest version that is a bump away. */
export function nextVersion(version: string, bump: Bump | "none"): string {
  const [major, minor, patch] = versionParts(version) ?? [0, 0, 0];
  if (bump === "major") return `${major + 1}.0.0`;
  if (bump === "minor") return `${major}.${minor + 1}.0`;
  return bump === "patch" ? `${major}.${minor}.${patch + 1}` : version;
}

function largest(bumps: readonly (Bump | "none")[]): Bump | "none" {
  return bumps.reduce((most, it) => (sizes[it] > sizes[most] ? it : most), "none");
}
