import type { Span } from "@dd0c/track-codegen";
import type { Handler, Site, UnresolvedSite, Vendor } from "./site.js";
import type { Touch } from "./touch.js";

/** What a code base does about events. Plain data, sorted by file and offset, JSON-safe. */
export interface Analysis {
  /** Calls that send events whose names are known. */
  readonly sites: readonly Site[];
  /** Calls that send events whose names are not, each with its reason. */
  readonly unresolved: readonly UnresolvedSite[];
  readonly touches: readonly Touch[];
  readonly wrappers: readonly Wrapper[];
  readonly handlers: readonly Handler[];
  /** Generated files found: clients, whose content rules C501 and C502 look at. */
  readonly generated: readonly GeneratedFile[];
  /** Files that could not be read as code, counted and named. */
  readonly skipped: readonly Skipped[];
  readonly files: FileCounts;
}

/** A function of the code base that passes an event's name on to an SDK. */
export interface Wrapper {
  /** `track`, `Analytics.capture`. */
  readonly name: string;
  readonly span: Span;
  readonly vendor: Vendor;
  /** Where callers put the name: `0`, `1`, `0.event`. */
  readonly event: string;
  /** Calls that were found, tests included. */
  readonly calls: number;
  /** True where the name's type is no finite set: any string goes. */
  readonly takesAnyString: boolean;
}

/** A file that says in its first line that it is generated. */
export interface GeneratedFile {
  readonly file: string;
  /** The first line's text: names the plan it was made from. */
  readonly header: string;
  readonly product: string | null;
  readonly runtime: string | null;
}

/** A file that was left out, and why. */
export interface Skipped {
  readonly file: string;
  readonly reason:
    | "too-large"
    | "minified"
    | "syntax-error"
    | "unreadable"
    | "too-deep"
    | "no-script";
  readonly detail: string;
}

/** How many files were seen, for the summary. */
export interface FileCounts {
  readonly listed: number;
  /** Held a word that an emitter could be called by. */
  readonly candidates: number;
  readonly parsed: number;
  /** Of the candidates, those whose facts came from the cache. */
  readonly cached: number;
  readonly bytes: number;
}
