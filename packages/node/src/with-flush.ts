/** As much of a tracker as delivers. */
export interface Flushes {
  flush(options?: { readonly timeout?: number }): Promise<unknown>;
}

/** How long a handler's end may wait for delivery. */
export interface FlushOptions {
  /** In ms, 2,000 unless given; less when the platform's own time is nearly up. */
  readonly timeout?: number | undefined;
}

/** What a handler waits at most: PostHog answers in a fraction of it. */
const TIMEOUT_MS = 2_000;
/** What is left to the platform to hand the answer on before it ends the call. */
const MARGIN_MS = 200;

/**
 * A serverless handler that delivers what it tracked before the platform freezes the process. Its
 * answer or error comes back unchanged. Time is taken from AWS Lambda's context where there is one.
 * The handler answers by its return value or promise, not by a callback.
 */
export function withFlush<Given extends unknown[], R>(
  tracker: Flushes,
  handler: (...given: Given) => R | PromiseLike<R>,
  { timeout = TIMEOUT_MS }: FlushOptions = {},
): (...given: Given) => Promise<R> {
  return async (...given) => {
    try {
      return await handler(...given);
    } finally {
      const left = timeLeft(given) - MARGIN_MS;
      await tracker.flush({ timeout: Math.max(0, Math.min(timeout, left)) }).catch(() => {});
    }
  };
}

/** What the platform leaves to this call, in ms. */
function timeLeft(given: readonly unknown[]): number {
  for (const one of given)
    try {
      const context = one as { getRemainingTimeInMillis?(): unknown } | null | undefined;
      const left = context?.getRemainingTimeInMillis?.();
      if (typeof left === "number") return left;
    } catch {
      // A context that throws tells us nothing, and its handler has been answered.
    }
  return Number.POSITIVE_INFINITY;
}
