import {
  BACK_OFF_MAX_MS,
  BACK_OFF_MIN_MS,
  BACK_OFF_MS,
  BACK_OFF_PART,
  BACK_OFF_YOUNG_MS,
} from "../limits";

/**
 * How long to wait after the `failures`-th failure in a row, in ms: exponential with full jitter
 * (`random` is 0 ≤ x < 1), and never more than a share of the outage so far, so that what waits
 * leaves soon after a short outage ends and a dead host is not hammered.
 */
export function backOff(failures: number, outage: number, random: number): number {
  const most = Math.min(BACK_OFF_MAX_MS, Math.max(BACK_OFF_YOUNG_MS, outage / BACK_OFF_PART));
  return Math.max(BACK_OFF_MIN_MS, random * Math.min(most, BACK_OFF_MS * 2 ** failures));
}
