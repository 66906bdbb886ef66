import type { LiveEvent } from "../session/live-event.js";

/** Where events go besides memory. */
export interface EventStore {
  /** Takes events; resolves once there is room for more, so that a slow disk slows senders and loses nothing. */
  append(events: readonly LiveEvent[], bytes: number): Promise<void>;
  /** Writes what waits and closes. */
  close(): Promise<void>;
}
