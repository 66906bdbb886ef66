/** The one door through which generated code enters. Types only: it costs a bundle nothing. */
export type { CallOptions, IdentifyOptions } from "./call-options";
export type {
  AutoEvent,
  ClientEvent,
  ClientPlan,
  ContextFact,
  EventFacts,
  IdFact,
  LimitFact,
  PiiFact,
  PiiFacts,
  SampleFact,
  SlackFact,
} from "./client-plan";
export type { Exact, ExactDeep, NotInPlan } from "./exact";
export type { Hashed } from "./hashed";
export type { CreateTracker, DeliveryReport, RuntimeTracker } from "./runtime-tracker";
export type { DropReason, Stats } from "./stats";
export type { TrackByName } from "./track-by-name";
