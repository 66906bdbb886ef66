import type { Counters, Gauges } from "./counters";
import type { Report } from "./report";
import type { DropReason } from "./stats";
import type { WireEvent } from "./wire-event";

/** What a sink shares with its tracker. */
export interface SinkHost {
  readonly counters: Counters;
  readonly report: Report;
  /** Servers: what an event's JSON passes before it leaves; nothing that must not is left in it. */
  readonly guard?: ((json: string) => string) | undefined;
}

/** Makes the sink once the tracker has its counters. */
export type MakeSink = (host: SinkHost) => Sink;

/**
 * Where events go: our own delivery, the host's PostHog client, or a test's recorder. The members
 * from `distinctId` on are for sinks that know the person themselves; without them the tracker
 * sends PostHog's own events (`$identify`, `$groupidentify`).
 */
export interface Sink {
  /** Takes an event; answers why it did not, if it did not. */
  take(event: WireEvent): DropReason | undefined;
  /** Resolves when nothing waits any more, or after `timeout` ms. */
  flush(timeout: number): Promise<void>;
  /** Gives up what still waits, and lets go of timers and listeners. */
  close?(): void;
  gauges?(): Gauges;
  /** Who acts when a call does not say; undefined leaves it to the host's client. */
  distinctId?(): string | undefined;
  /** The id of a person who is not known yet: PostHog makes no profile of such a one. */
  anonymousId?(): string | undefined;
  identify?(distinctId: string, traits: Record<string, unknown>): void;
  group?(type: string, key: string, traits: Record<string, unknown>): void;
  register?(properties: Record<string, unknown>): void;
  reset?(): void;
}
