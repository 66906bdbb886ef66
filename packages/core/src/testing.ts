/** A tracker in memory with typed assertions, for tests of code that tracks. */
export { type RecordedTracker, recordTracker } from "./testing/record-tracker";
export type { RecordedEvent, Recorder } from "./testing/recorder";
