/** What came back for one request. */
export interface Reply {
  /** The HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  /** Without an answer: the system's or TLS's name for why, such as `ECONNREFUSED`, if it has one. */
  readonly why?: string | undefined;
  readonly body?: string | undefined;
  /** The Retry-After header as it came: seconds or an HTTP date. */
  readonly retry_after?: string | null | undefined;
}

/** The reply that a request has which failed with `error`. */
export function noReply(error: unknown): Reply {
  // `fetch` hides what it knows behind its own error. A DOMException's code is a number.
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
  const why = [code, Object(cause).code].find((name) => typeof name === "string");
  return { status: 0, why };
}

/** Whether another attempt may succeed: no answer, time-out, too many requests, a fault of theirs. */
export function isRetriable(status: number): boolean {
  return [0, 408, 429].includes(status) || (status >= 500 && status !== 501);
}

/** Retry-After (RFC 9110, section 10.2.3) in ms from `now`; 0 when there is none that makes sense. */
export function retryAfter(header: string | null | undefined, now: number): number {
  if (!header) return 0;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}
