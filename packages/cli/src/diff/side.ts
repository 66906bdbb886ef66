import type { Origin, ResolvedPlan, Source, Span } from "@dd0c/track-codegen";

/** One side of a comparison: a plan, and where its lines can be shown. */
export interface Side {
  /** As people call it: `main`, `the working tree`, `npm:@shop/events@1.2.0`. */
  readonly label: string;
  readonly plan: ResolvedPlan;
  /** Texts by the path that spans of this side name. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Where a place of the plan is. */
  readonly span: (origin: Origin) => Span;
  /** What only a manifest tells: the other side must be cut down to as much. */
  readonly isManifest: boolean;
}
