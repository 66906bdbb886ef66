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
