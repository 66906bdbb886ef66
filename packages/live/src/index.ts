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
export { type BadEvent, badEvents } from "./emit/bad-events.js";
export { type ExampleEvent, type ExampleOptions, exampleEvents } from "./emit/example-events.js";
export { NotTaken, sendEvents } from "./emit/send-events.js";
export {
  createForwarder,
  type ForwardCounts,
  type Forwarder,
} from "./endpoint/forwarder.js";
export { type Endpoint, type EndpointOptions, startEndpoint } from "./endpoint/start-endpoint.js";
export { type LiveReport, type LiveReportFinding, reportSession } from "./report/live-report.js";
export { reportJunit } from "./report/report-junit.js";
export { reportMarkdown } from "./report/report-markdown.js";
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
export { createDuckDbStore, type DuckDbStoreOptions } from "./store/duckdb-store.js";
export type { EventStore } from "./store/event-store.js";
export {
  NoSession,
  openPastSession,
  type PastSession,
  type QueryResult,
} from "./store/open-session.js";
