/** How the host behaves from some moment on. */
export interface Mode {
  /** `forget`: takes a batch and hangs up without a word. `drip`: takes it, and its answer never ends. */
  readonly kind: "ok" | "status" | "hang" | "reset" | "forget" | "drip" | "down";
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bodies of more bytes get a 413. */
  readonly max?: number;
  /** Before an answer, in ms. */
  readonly delay?: number;
}

/** A fault: what the host does, what the program does, and what may be lost. */
export interface FaultCase {
  readonly name: string;
  readonly events: number;
  /** The host's modes, each from so many ms after the first event on. */
  readonly host: readonly (readonly [at: number, mode: Mode])[];
  readonly bytes?: number;
  /** Events, then a pause of `every` ms, and so on; without it all in one tick. */
  readonly pace?: { readonly events: number; readonly every: number };
  readonly poison?: { readonly at: number; readonly bytes: number };
  readonly workers?: number;
  /** Processes that the program forks, each with a tracker of its own. */
  readonly forks?: number;
  /** For how long the host's name is not found, in ms. */
  readonly nameless?: number;
  /** The disk takes no more than so many KB of any file, and there is a spool. */
  readonly disk?: number;
  readonly back?: number;
  /** `stay`: the program lives on without another call until all arrived. */
  readonly end:
    | "stay"
    | "shutdown"
    | "exit"
    | "loop ends"
    | "SIGTERM"
    | "SIGTERM with shutdown"
    | "SIGKILL";
  /** The events that ours may lose, each counted by itself; 0 unless given. */
  readonly mayLose?: number;
  /** What is lost with the process, uncounted, unless there is a spool or one of these others. */
  readonly needs?: readonly ("a spool" | "an exit hook")[];
  /** How long ours may take from the host's recovery, or from the end of tracking, in ms. */
  readonly within?: number;
  /** Only with `FAULTS=all`. */
  readonly isSlow?: true;
}

const OK: Mode = { kind: "ok" };
const failing = (status: number, headers = {}): Mode => ({ kind: "status", status, headers });
const over = (mode: Mode, ms: number): FaultCase["host"] => [
  [0, mode],
  [ms, OK],
];
const always = (mode: Mode): FaultCase["host"] => [[0, mode]];
/** 1,000 events over a second. */
const steady = { events: 1_000, pace: { events: 20, every: 20 } };

/** Every fault of the table. Times are a tenth of the usual ones, for posthog-node's own waits too. */
export const CASES: readonly FaultCase[] = [
  { name: "500 for 2 s", ...steady, host: over(failing(500), 2_000), end: "stay", within: 2_500 },
  {
    name: "429, Retry-After 2, for 2 s",
    ...steady,
    host: over(failing(429, { "retry-after": "2" }), 2_000),
    end: "stay",
    within: 3_500,
  },
  {
    name: "connection reset for 2 s",
    ...steady,
    host: over({ kind: "reset" }, 2_000),
    end: "stay",
    within: 2_500,
  },
  {
    name: "host hangs for 2 s",
    ...steady,
    host: over({ kind: "hang" }, 2_000),
    end: "stay",
    within: 13_000,
    isSlow: true,
  },
  {
    name: "answers that drip, a byte in 0.1 s, for 2 s",
    ...steady,
    host: over({ kind: "drip" }, 2_000),
    end: "stay",
    within: 2_500,
  },
  {
    name: "the host's name is not found for 2 s",
    ...steady,
    nameless: 2_000,
    host: [
      [0, OK],
      [2_000, OK],
    ],
    end: "stay",
    within: 2_500,
  },
  {
    name: "host down while 20,000 are tracked, then back",
    events: 20_000,
    pace: { events: 400, every: 40 },
    host: over({ kind: "down" }, 3_000),
    end: "stay",
    within: 2_500,
  },
  {
    name: "acknowledgements lost for 1 s",
    ...steady,
    host: over({ kind: "forget" }, 1_000),
    end: "stay",
    within: 2_500,
  },
  {
    name: "413 above 100 KB, one event of 200 KB in 200",
    events: 200,
    bytes: 500,
    poison: { at: 50, bytes: 200_000 },
    host: always({ kind: "ok", max: 100_000 }),
    end: "stay",
    mayLose: 1,
    within: 2_000,
  },
  {
    name: "413 above 32 KB, 200 events of 5 KB",
    events: 200,
    bytes: 5_000,
    host: always({ kind: "ok", max: 32_000 }),
    end: "stay",
    within: 3_000,
  },
  {
    name: "round trip of 200 ms, 3,000 events/s for 2 s",
    events: 6_000,
    pace: { events: 60, every: 20 },
    host: always({ kind: "ok", delay: 200 }),
    end: "stay",
    within: 2_000,
  },
  { name: "100,000 in one tick", events: 100_000, host: always(OK), end: "stay", within: 15_000 },
  {
    name: "five queued when the loop ends",
    events: 5,
    host: always(OK),
    end: "loop ends",
    within: 1_000,
  },
  {
    name: "process.exit(0) right after 50",
    events: 50,
    host: always(OK),
    end: "exit",
    within: 1_000,
  },
  {
    name: "SIGTERM without a handler, 0.1 s after 50",
    events: 50,
    host: always(OK),
    end: "SIGTERM",
    needs: ["an exit hook", "a spool"],
  },
  {
    name: "SIGTERM without a handler, 0.1 s after 1,010 in a second",
    ...steady,
    // Not a multiple of 20, which is posthog-node's batch.
    events: 1_010,
    host: always(OK),
    end: "SIGTERM",
    needs: ["an exit hook", "a spool"],
  },
  {
    name: "kill -9, 0.1 s after 50",
    events: 50,
    host: always(OK),
    end: "SIGKILL",
    needs: ["a spool"],
  },
  {
    name: "kill -9 while the host is down, 20,000 tracked; both come back",
    events: 20_000,
    pace: { events: 400, every: 20 },
    host: over({ kind: "down" }, 1_500),
    end: "SIGKILL",
    needs: ["a spool"],
  },
  {
    name: "SIGTERM with shutdown(), 0.1 s after 50",
    events: 50,
    host: always(OK),
    end: "SIGTERM with shutdown",
    within: 1_000,
  },
  {
    name: "shutdown() while the host hangs, 50",
    events: 50,
    host: always({ kind: "hang" }),
    end: "shutdown",
    mayLose: 50,
    within: 5_500,
    isSlow: true,
  },
  {
    name: "the clock jumps back by an hour",
    ...steady,
    back: 3_600_000,
    host: over(failing(503), 500),
    end: "stay",
    within: 2_500,
  },
  {
    name: "four worker threads beside the main one",
    events: 1_000,
    workers: 4,
    host: always(OK),
    end: "shutdown",
    within: 3_000,
  },
  {
    name: "four forked processes beside the main one",
    events: 1_000,
    forks: 4,
    host: always(OK),
    end: "shutdown",
    within: 3_000,
  },
  {
    name: "the spool's disk is full after 8 KB",
    ...steady,
    disk: 8,
    host: over({ kind: "down" }, 1_500),
    end: "stay",
    within: 2_500,
  },
];
