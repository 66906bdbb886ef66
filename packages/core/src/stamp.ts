import type { Platform } from "./platform";
import { uuidV7 } from "./uuid-v7";
import type { WireEvent } from "./wire-event";

/** An event whose identity and instant are fixed, whatever happens to it on its way. */
export interface StampedEvent extends WireEvent {
  readonly timestamp: string;
  readonly uuid: string;
}

/**
 * Gives events the uuid and the timestamp that they do not bring. Sinks of ours call it as they
 * take an event; a host's PostHog client has stamps of its own.
 */
export function createStamp(platform: Platform): (event: WireEvent) => StampedEvent {
  let last = 0;
  let iso = "";
  return (event) => {
    const time = platform.now();
    // Events come in bursts, and writing a date costs as much as writing an event.
    if (time !== last) iso = new Date(time).toISOString();
    last = time;
    return { ...event, timestamp: event.timestamp ?? iso, uuid: event.uuid ?? uuidV7(platform) };
  };
}
