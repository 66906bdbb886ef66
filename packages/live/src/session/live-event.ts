import type { ArrivedEvent } from "../check/arrived-event.js";
import type { Violation } from "../check/found.js";

/** What became of an event: right, right with a warning, wrong, or PostHog's own and nobody's in the plan. */
export type Verdict = "good" | "warned" | "bad" | "posthog";

/** An event that arrived, was judged and has its place in the session. */
export interface LiveEvent {
  /** From 1, in the order of arrival. */
  readonly seq: number;
  /** When it arrived, in ms since 1970. */
  readonly at: number;
  readonly verdict: Verdict;
  readonly product: string | null;
  /** The group that the event belongs to, such as the tenant. */
  readonly tenant: string | null;
  readonly runtime: string | null;
  readonly arrived: ArrivedEvent;
  readonly violations: readonly Violation[];
}
