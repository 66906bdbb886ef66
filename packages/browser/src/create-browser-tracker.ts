import { createTracker, type MakeSink, type TrackError, type TrackerParts } from "@dd0c/track-core";
import type { ClientPlan, RuntimeTracker } from "@dd0c/track-core/generated";
import { type PostHogJs, throughPostHogJs } from "./through-posthog-js";
import { VERSION } from "./version";

/** What every browser tracker can do, whatever its plan. */
export interface BrowserTracker extends RuntimeTracker {
  /** Forgets the person and the super-properties: call it at logout. */
  reset(): void;
}

/** Decides whether the sink is made at all, and what `optIn` and `optOut` do. */
export type Consent = (make: MakeSink) => Pick<TrackerParts, "sink" | "members">;

/** How a browser tracker is started: with the host's posthog-js, or with `standAlone({ … })`. */
export interface BrowserTrackerOptions {
  /** The posthog-js instance that the host already has. */
  readonly posthog?: PostHogJs | undefined;
  /** `standAlone({ api_key })` where there is no posthog-js, or a test's recorder. */
  readonly sink?: MakeSink | undefined;
  /** The context fields that the plan takes from the runtime. */
  readonly context?: object | undefined;
  readonly disabled?: boolean | undefined;
  /** `askConsent()` of `@dd0c/track-browser/consent`; without it events are taken from the start. */
  readonly consent?: Consent | undefined;
  /** Print each event as it leaves. */
  readonly debug?: boolean | undefined;
  /** What went wrong, at a bounded rate. */
  readonly onError?: ((error: TrackError) => void) | undefined;
}

/** Starts a tracker in a browser. Called by generated code, with the plan of one product. */
export function createBrowserTracker<T extends BrowserTracker>(
  client: ClientPlan,
  { posthog, sink, debug, consent, ...options }: BrowserTrackerOptions,
): T {
  const make = sink ?? (posthog ? throughPostHogJs(posthog) : nowhere);
  return createTracker<T>(client, {
    ...options,
    now: Date.now,
    sink: make,
    runtime: { $lib: "dd0c-track-browser", $lib_version: VERSION },
    onEvent: debug ? (event) => console.debug("dd0c/track", event) : undefined,
    ...consent?.(make),
  });
}

/** For a host that gave neither: everything is counted as `disabled`, and the host is told why. */
const nowhere: MakeSink = ({ report }) => {
  report("setup", "no sink");
  return { take: () => "disabled", flush: async () => {} };
};
