import type { Bump, Change } from "@dd0c/track-lint";
import type { AcceptedEntry, AcceptedFile } from "./accepted-file.js";
import type { Sides } from "./change-findings.js";

/** Everything that a report of a comparison is made from. */
export interface Comparison extends Sides {
  /** The plan's name in the config; empty where it has only one. */
  readonly name: string;
  /** What stands, worst first. */
  readonly changes: readonly Change[];
  readonly accepted: readonly { readonly change: Change; readonly entry: AcceptedEntry }[];
  readonly problems: readonly {
    readonly code: string;
    readonly severity: Change["severity"];
    readonly message: string;
    readonly help: string;
    readonly entry: AcceptedEntry;
  }[];
  readonly file: AcceptedFile;
  /** How far the version must move, with accepted changes. */
  readonly bump: Bump | "none";
}
