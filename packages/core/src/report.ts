import { REPORT_EVERY_MS } from "./limits";

/** What can go wrong in a tracker; the README says what each means and what to do. */
export type TrackErrorCode =
  | "setup"
  | "hash_key"
  | "pii_dropped"
  | "unplanned_property"
  | "masked"
  | "missing_context"
  | "unserialisable"
  | "queue_full"
  | "too_large"
  | "rejected"
  | "over_quota"
  | "delivery"
  | "spool"
  | "tenant"
  | "internal";

/** What `onError` is given. It never holds a property's value, a key or a token. */
export interface TrackError extends Error {
  readonly code: TrackErrorCode;
  /** What it is about: an event, a context field, a PII class, an HTTP status, a name such as `ECONNREFUSED`. */
  readonly about: string;
  /** How often this happened since the last report of the same kind, this time included. */
  readonly count: number;
}

/** Tells the host, at a bounded rate: one report a kind in `REPORT_EVERY_MS`. A kind is a code unless said. */
export type Report = (code: TrackErrorCode, about: unknown, kind?: string) => void;

/** A `Report` that hands errors to `onError`, and swallows whatever `onError` itself throws. */
export function createReport(
  now: () => number,
  onError: ((error: TrackError) => void) | undefined,
): Report {
  const last = new Map<string, { at: number; count: number }>();
  return (code, about, kind: string = code) => {
    const at = now();
    const seen = last.get(kind) ?? { at: Number.NaN, count: 0 };
    last.set(kind, seen);
    const count = ++seen.count;
    if (Math.abs(at - seen.at) < REPORT_EVERY_MS) return;
    seen.at = at;
    seen.count = 0;
    try {
      const error = new Error(`dd0c/track: ${code} (${about})`);
      onError?.(Object.assign(error, { code, about: `${about}`, count }));
    } catch {
      // The host's handler is not ours to mend, and tracking must not break the host.
    }
  };
}
