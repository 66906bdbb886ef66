import { TIMER_MAX_MS } from "../limits";
import type { Platform } from "../platform";

/** Calls back when delivery has something to do. */
export interface Alarm {
  /** As soon as the present work is done. */
  soon(): void;
  /** After `ms` at the latest. It keeps no process alive: whoever waits for delivery does. */
  within(ms: number): void;
  /** For good. */
  stop(): void;
}

/**
 * An alarm that calls `ring`. A timer is kept until it rings, though what it was for may be done
 * before: to make one for each batch would cost the calls that track.
 */
export function createAlarm({ now, timer }: Platform, ring: () => void): Alarm {
  let at = 0;
  let cancel: (() => void) | undefined;
  let cancelSoon: (() => void) | undefined;
  let isStopped = false;

  return {
    soon() {
      if (isStopped) return;
      const ringSoon = (): void => {
        cancelSoon = undefined;
        ring();
      };
      cancelSoon ??= timer(ringSoon, 0, false);
    },
    within(ms) {
      const wanted = now() + ms;
      if (isStopped || (cancel && at <= wanted)) return;
      cancel?.();
      at = wanted;
      const ringNow = (): void => {
        cancel = undefined;
        ring();
      };
      cancel = timer(ringNow, Math.min(ms, TIMER_MAX_MS), false);
    },
    stop() {
      isStopped = true;
      cancel?.();
      cancelSoon?.();
    },
  };
}
