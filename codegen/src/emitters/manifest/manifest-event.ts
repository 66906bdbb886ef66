import type { ManifestDeprecation, ManifestProperty } from "./manifest-property.js";

export interface ManifestEvent {
  readonly name: string;
  readonly products: readonly string[];
  readonly runtimes: readonly string[];
  /** How a client is asked for it: `track.cost.anomaly.alerted`. */
  readonly path: readonly string[];
  readonly description: string;
  /** Its page and anchor in the taxonomy, below `plan.docs`. */
  readonly docs: string;
  /** The plan's file that it stands in. */
  readonly file: string;
  readonly kind?: string;
  readonly stage?: string;
  readonly feature?: string;
  readonly integration?: string;
  readonly owner?: string;
  readonly experimental?: true;
  readonly deprecated?: ManifestDeprecation;
  /** The day after which nobody should send it, YYYY-MM-DD. */
  readonly expires?: string;
  readonly personless?: true;
  /** The share that is sent, and by whom it is decided. */
  readonly sample?: { readonly rate: number; readonly by: string };
  /** At most `max` events in `per` seconds. */
  readonly limit?: { readonly max: number; readonly per: number; readonly by: string };
  /** What in Slack makes the Slack client record it by itself. */
  readonly auto?: "command" | "action" | "shortcut" | "view";
  /** Products whose aha moment it is. */
  readonly activates?: readonly string[];
  /** Products whose clock to the aha moment it starts. */
  readonly starts?: readonly string[];
  /** The stages of funnels that it reaches. */
  readonly funnels?: readonly ManifestMembership[];
  readonly properties: readonly ManifestProperty[];
}

export interface ManifestMembership {
  readonly funnel: string;
  readonly stage: string;
  /** Absent: the funnel is the whole plan's. */
  readonly product?: string;
}
