export type { ArrivedEvent } from "./check/arrived-event.js";
export {
  type Checker,
  type CheckerOptions,
  compileChecker,
  type Judgement,
} from "./check/compile-checker.js";
export type { Violation } from "./check/found.js";
export type { LivePage } from "./check/live-page.js";
export { type LiveCode, livePages } from "./check/live-pages.js";
export { type ExampleEvent, type ExampleOptions, exampleEvents } from "./emit/example-events.js";
export {
  createForwarder,
  type ForwardCounts,
  type Forwarder,
} from "./endpoint/forwarder.js";
export { type Endpoint, type EndpointOptions, startEndpoint } from "./endpoint/start-endpoint.js";
export type { CoverageShare, EventCoverage } from "./session/coverage.js";
export {
  createSession,
  type Session,
  type SessionCounts,
  type SessionOptions,
  type SessionWatcher,
} from "./session/create-session.js";
export type { TalliedFinding } from "./session/finding-tally.js";
export type { FunnelState } from "./session/funnel-progress.js";
export type { LiveEvent, Verdict } from "./session/live-event.js";
export type { EventStore } from "./store/event-store.js";
