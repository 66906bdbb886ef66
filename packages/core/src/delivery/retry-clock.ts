import { RETRY_AFTER_MAX_MS } from "../limits";
import { backOff } from "./back-off";

/** Says when a host may be asked again. Instants and lengths in ms; clocks may jump back. */
export interface RetryClock {
  /** How long the host is still to be left alone; 0 or less: it may be asked. */
  wait(time: number): number;
  /** A request failed; `asked` is the rest that the host asked for, 0 if it did not. */
  failed(time: number, asked: number): void;
  /** The host answered: it is well again. */
  answered(): void;
  /** Leaves the host alone though it is well; a longer time that it asked for before still counts. */
  rest(time: number, ms: number): void;
  readonly isFailing: () => boolean;
}

/** A clock for a host that is well. `random` gives 0 ≤ x < 1. */
export function createRetryClock(random: () => number): RetryClock {
  let failures = 0;
  let failingSince = 0;
  /** For how long, and since when, the host is left alone. */
  let restFor = 0;
  let restSince = 0;

  function wait(time: number): number {
    // A clock that jumped back starts them anew.
    if (time < restSince) restSince = time;
    if (time < failingSince) failingSince = time;
    return restFor - (time - restSince);
  }

  function rest(time: number, ms: number): void {
    // Whole, as clocks are: a rest of half a millisecond would ring before it is over.
    restFor = Math.ceil(Math.max(wait(time), Math.min(ms, RETRY_AFTER_MAX_MS)));
    restSince = time;
  }

  return {
    wait,
    rest,
    failed(time, asked) {
      if (!failures) failingSince = time;
      // Requests that fail together are one failure.
      if (!failures || wait(time) <= 0) failures++;
      rest(time, Math.max(asked, backOff(failures, time - failingSince, random())));
    },
    answered() {
      failures = 0;
    },
    isFailing: () => failures > 0,
  };
}
