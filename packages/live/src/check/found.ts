import type { Diagnostic, Origin } from "@dd0c/track-codegen";
import type { LiveCode } from "./live-pages.js";

/** A violation where it was found, before it is known of which event. */
export interface Found {
  readonly code: LiveCode;
  /** The property, with dots and brackets for what is inside it; "" for the event itself. */
  readonly path: string;
  readonly message: string;
  readonly help: string | null;
  /** The line of the plan that was violated; null where it is in no line. */
  readonly origin: Origin | null;
}

/** A violation as the live check reports it: `path` says which property, for whoever marks it. */
export interface Violation extends Diagnostic<LiveCode> {
  readonly path: string;
  /** The line of the plan that was violated; null where it is in no line. */
  readonly origin: Origin | null;
}

/** Findings of one event; a sender that makes more has said enough, and each costs time. */
export const mostFound: number = 50;
