import { REPORT_EVERY_MS } from "./limits";

/** What can go wrong in a tracker; the README says what each means and what to do. */
export type TrackErrorCode =
  | "setup"
  | "hash_key"
  | "pii_dropped"
  | "missing_context"
  | "unserialisable"
  | "queue_full"
  | "too_large"
  | "rejected"
  | "delivery"
  | "internal";

/** What `onError` is given. It never holds a property's value, a key or a token. */
export interface TrackError extends Error {
  readonly code: TrackErrorCode;
  /** How often this happened since the last report of the same code, this time included. */
  readonly count: number;
}

/** Tells the host, at a bounded rate: one report a code in `REPORT_EVERY_MS`. */
export type Report = (code: TrackErrorCode, message: string) => void;

/** A `Report` that hands errors to `onError`, and swallows whatever `onError` itself throws. */
export function createReport(
  now: () => number,
  onError: ((error: TrackError) => void) | undefined,
): Report {
  const seen = new Map<TrackErrorCode, { at: number; count: number }>();
  return (code, message) => {
    const last = seen.get(code);
    const time = now();
    if (last && Math.abs(time - last.at) < REPORT_EVERY_MS) {
      last.count++;
      return;
    }
    seen.set(code, { at: time, count: 0 });
    try {
      onError?.(
        Object.assign(new Error(`dd0c/track: ${message}`), { code, count: (last?.count ?? 0) + 1 }),
      );
    } catch {
      // The host's handler is not ours to mend, and tracking must not break the host.
    }
  };
}
