import { FIRST_INTERVAL_MS } from "../limits";

/** Says how long a batch waits for company. Instants and lengths in ms; clocks may jump back. */
export interface Company {
  /** The first event of a batch is here; answers how long it waits. `isIdle`: no other event waits or is under way. */
  begin(time: number, isIdle: boolean): number;
  /** How long the batch still waits; 0 or less: not at all. */
  rest(time: number): number;
  /** A request was made: what waits now, and what comes soon, waits the whole interval. */
  sent(time: number): void;
}

/**
 * Batches wait for `interval`. The first after a quiet time of as much waits but a moment: a process
 * that is new, or has little to say, may end soon. Two small requests are `interval` apart in any case.
 */
export function createCompany(interval: number): Company {
  let since = 0;
  let wait = interval;
  let lastSent = Number.NEGATIVE_INFINITY;
  return {
    begin(time, isIdle) {
      since = time;
      const isQuiet = isIdle && time - lastSent >= interval;
      wait = isQuiet ? Math.min(FIRST_INTERVAL_MS, interval) : interval;
      return wait;
    },
    rest(time) {
      // A clock that jumped back holds nothing up.
      return time < since ? 0 : wait - (time - since);
    },
    sent(time) {
      lastSent = time;
      wait = interval;
    },
  };
}
