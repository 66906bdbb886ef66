/** What a runtime builds on. Generated code does not come here: its door is `./generated`. */
export type { ClientPlan } from "./client-plan";
export type { Counters, Gauges } from "./counters";
export { type DeliveryOptions, type DeliverySink, deliver, type Line } from "./delivery/delivery";
export type { Batch, Protocol } from "./delivery/protocol";
export type { Reply } from "./delivery/reply";
export { protocolV0 } from "./delivery/v0";
export type { Hashed } from "./hashed";
export type { TrackerParts } from "./pipeline";
export type { Platform } from "./platform";
export type { TrackError, TrackErrorCode } from "./report";
export type { DeliveryReport, RuntimeTracker } from "./runtime-tracker";
export type { MakeSink, Sink, SinkHost } from "./sink";
export type { DropReason, Stats } from "./stats";
export { createTrackPath, type RecordEvent } from "./track-path";
export { createTracker } from "./tracker";
export { allProperties, type WireEvent } from "./wire-event";
