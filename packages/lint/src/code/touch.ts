import type { Span } from "@dd0c/track-codegen";
import type { GeneratedClient, Place, Tier, Vendor } from "./site.js";
import type { PropertiesFact, ValueFact } from "./value-fact.js";

/** Everything that reaches for an SDK or a tracker without sending a named event. */
export type Touch =
  | ImportTouch
  | GlobalTouch
  | ConstructTouch
  | CallTouch
  | IngestTouch
  | SuppressTouch;

interface Touched {
  readonly span: Span;
  readonly vendor: Vendor;
  readonly place: Place;
}

/** `import posthog from "posthog-js"`, `require("posthog-node")`, `import("posthog-js")`, `export … from`. */
export interface ImportTouch extends Touched {
  readonly kind: "import";
  readonly module: string;
  readonly names: readonly string[];
  readonly isTypeOnly: boolean;
}

/** `window.posthog`, `globalThis.analytics`. */
export interface GlobalTouch extends Touched {
  readonly kind: "global";
  readonly name: string;
}

/** `new PostHog(key, options)`, `posthog.init(key, options)`, `createTracker(options)` of a generated client. */
export interface ConstructTouch extends Touched {
  readonly kind: "construct";
  /** `PostHog`, `init`, `createTracker`. */
  readonly name: string;
  readonly options: PropertiesFact | null;
  readonly client: GeneratedClient | null;
}

/** What a call on a client does, other than sending an event. */
export type CallRole =
  /** identify, alias, group, groupIdentify, register, unregister, reset, setPersonProperties. */
  | "identity"
  /** flush, flushAsync, shutdown, closeAndFlush, `withFlush(tracker, handler)`. */
  | "flush"
  /** A generated tracker bound: forTenant, forPerson, with, withTenant. */
  | "bind"
  /** startSessionRecording, autocapture and the like switched on after the start. */
  | "recording";

/** Such a call. */
export interface CallTouch extends Touched {
  readonly kind: "call";
  readonly role: CallRole;
  readonly method: string;
  readonly tier: Tier;
  readonly arguments: readonly ValueFact[];
  readonly client: GeneratedClient | null;
  /** Its promise is left lying. */
  readonly isFloating: boolean;
}

/** A literal address of an ingestion host or endpoint: `https://eu.i.posthog.com/capture/`. */
export interface IngestTouch extends Touched {
  readonly kind: "ingest";
  readonly url: string;
}

/** A comment that switches off checks: ours, TypeScript's on a tracking call, or eslint's. */
export interface SuppressTouch extends Touched {
  readonly kind: "comment";
  /** `ignore`: one that speaks to us. `eslint`: an eslint-disable of any sort. `ts`: ts-ignore and its like. */
  readonly role: "ignore" | "eslint" | "ts";
  /** Its text without the comment signs, trimmed. */
  readonly text: string;
}
