import type { Origin, Severity } from "@dd0c/track-codegen";
import type { Audience } from "../rule-page.js";

/** How far a version must move for a change. */
export type Bump = "major" | "minor" | "patch";

/** One difference of two plans that somebody may notice. */
export interface Change {
  /** The rule, such as `event-removed`. */
  readonly code: string;
  /** Its number, such as `B101`. */
  readonly id: string;
  readonly severity: Severity;
  /** Who notices; some of the rule's audiences. */
  readonly audiences: readonly Audience[];
  /** What changed: `events/order_paid/properties/amount`. */
  readonly subject: string;
  readonly message: string;
  readonly help: string | null;
  /** Where it stands in the old plan; null where it is new. */
  readonly base: Origin | null;
  /** Where it stands in the new plan; null where it is gone. */
  readonly head: Origin | null;
  /** What the old or new place was inherited from. */
  readonly inherited: Origin | null;
  readonly bump: Bump;
  /** Twelve hexadecimal digits of rule, subject and what changed; lines and words are not in it. */
  readonly fingerprint: string;
}
