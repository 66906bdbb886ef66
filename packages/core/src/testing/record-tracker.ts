import type { CreateTracker } from "../runtime-tracker";
import { createRecorder, type Recorder } from "./recorder";

/** A tracker and what it recorded. */
export interface RecordedTracker<Tracker, Events> {
  readonly tracker: Tracker;
  readonly recorder: Recorder<Events>;
}

/** Not a secret: tests want the same hashes every time. */
const TEST_KEY = { id: "test", secret: "dd0c/track: a key for tests only, never for data" };

/**
 * Starts a tracker that keeps its events instead of sending them. All else is as in production:
 * PII is hashed (under a fixed test key unless `options` gives one), context is required, sampling
 * and limits apply. `options` are those of `createTracker`.
 */
export function recordTracker<Options, Tracker, Events>(
  createTracker: CreateTracker<Options, Tracker, Events>,
  options?: Partial<Options>,
): RecordedTracker<Tracker, Events> {
  const { recorder, sink, onError } = createRecorder<Events>();
  const given: object = {
    hashKey: TEST_KEY,
    tenantOf: (workspace: { readonly team_id?: string }) => workspace.team_id,
    onError,
    ...options,
    sink,
    posthog: undefined,
  };
  return { tracker: createTracker(given as Options), recorder };
}
