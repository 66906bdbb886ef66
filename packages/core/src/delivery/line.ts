import type { Platform } from "../platform";
import type { Batch, Protocol } from "./protocol";
import type { Reply } from "./reply";
import type { OpenStore } from "./store";

/** How delivery reaches PostHog: a rejection of `send` is taken for no answer at all. */
export interface Line {
  readonly platform: Platform;
  readonly protocol: Protocol;
  send(batch: Batch): Promise<Reply>;
  /** Gives up what is under way: a host that hangs must not hold the process. */
  stop?(): void;
  /** Has what is left sent when the process exits and nothing can wait; answers how to take that back. */
  exiting?(left: () => readonly Batch[]): () => void;
  /** Where what waits outlives the process, and finds room when memory is full. */
  readonly store?: OpenStore | undefined;
}
