import type { Platform } from "./platform";
import type { WireEvent } from "./wire-event";

/** An event whose identity and instant are fixed, whatever happens to it on its way. */
export interface StampedEvent extends WireEvent {
  readonly timestamp: string;
  readonly uuid: string;
}

/**
 * Gives an event, in place, the uuid and the timestamp that it does not bring. Sinks of ours call
 * it as they take an event; a host's PostHog client has stamps of its own. `write` spells an instant.
 */
export function createStamp(
  { now, uuid }: Pick<Platform, "now" | "uuid">,
  write: (time: number) => string = (time) => new Date(time).toISOString(),
): (event: WireEvent) => StampedEvent {
  let last = 0;
  let iso = "";
  return (event) => {
    const time = now();
    // Events come in bursts, and writing a date costs as much as writing an event.
    if (time !== last) iso = write(time);
    last = time;
    event.timestamp ??= iso;
    event.uuid ??= uuid();
    return event as StampedEvent;
  };
}
