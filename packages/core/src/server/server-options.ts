import type { DeliveryOptions } from "../delivery/delivery-options";
import type { OpenStore } from "../delivery/store";
import type { GuardOptions } from "../guard";
import type { TrackError } from "../report";
import type { MakeSink } from "../sink";
import type { HashKey } from "./hash-key";
import type { Encoding } from "./server-platform";

/** What a server says when it starts its tracker. */
export interface ServerOptions extends DeliveryOptions {
  /** The PostHog project's key (`phc_…`). Without it, and without a sink, nothing is sent. */
  readonly api_key?: string | undefined;
  /** PostHog's address; `https://us.i.posthog.com` unless given. */
  readonly host?: string | undefined;
  /** PostHog's capture protocol; `v0` unless given. */
  readonly protocol?: "v0" | "v1" | undefined;
  /** Compress requests; on unless given. */
  readonly gzip?: boolean | undefined;
  /** How, with protocol `v1`: `gzip` unless given. `zstd` needs Node 22.15 or newer. */
  readonly encoding?: Encoding | undefined;
  /** Events of the past, for PostHog's own pipeline for them; a process that also tracks the present has another tracker for that. */
  readonly historical_migration?: boolean | undefined;
  /** The key under which PII is hashed. Without it PII properties are dropped and counted. */
  readonly hashKey?: HashKey | undefined;
  /** The context fields that the plan takes from the runtime. */
  readonly context?: object | undefined;
  /**
   * Looks for e-mail addresses, and other shapes if given, in all that leaves, and masks them; on
   * unless `false`. It stands behind the plan's own decisions.
   */
  readonly guard?: boolean | GuardOptions | undefined;
  /** Where events go instead of PostHog: a test's recorder, or a sink of the host's own. */
  readonly sink?: MakeSink | undefined;
  /** Take nothing, send nothing. */
  readonly disabled?: boolean | undefined;
  /** Print each event as it leaves; or give a function that takes the line. */
  readonly debug?: boolean | ((line: string) => void) | undefined;
  /** What went wrong, at a bounded rate. Without it one warning a kind goes to the log. */
  readonly onError?: ((error: TrackError) => void) | undefined;
}

/** What a runtime adds to what the host says. */
export interface ServerParts extends ServerOptions {
  /** Where what waits for delivery outlives the process. */
  readonly store?: OpenStore | undefined;
  /** Stands around the sink, whichever it is. */
  readonly around?: ((make: MakeSink) => MakeSink) | undefined;
}
