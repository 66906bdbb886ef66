/** What a runtime builds on. Generated code does not come here: its door is `./generated`. */
export type { ClientPlan } from "./client-plan";
export { type Counters, countDropped, type Gauges } from "./counters";
export { backOff } from "./delivery/back-off";
export { isRetriable, retryAfter } from "./delivery/reply";
export type { Hashed } from "./hashed";
export type { TrackerParts } from "./pipeline";
export type { Platform } from "./platform";
export type { TrackError, TrackErrorCode } from "./report";
export type { DeliveryReport, RuntimeTracker } from "./runtime-tracker";
export type { MakeSink, Sink, SinkHost } from "./sink";
export { createStamp, type StampedEvent } from "./stamp";
export type { DropReason, Stats } from "./stats";
export { createTrackPath, type RecordEvent } from "./track-path";
export { createTracker } from "./tracker";
export { allProperties, type WireEvent } from "./wire-event";
