/** The end of an exchange, if it does not end by itself. */
export interface Deadline {
  /** Aborts when the time is over, or when the exchange is given up. */
  readonly signal: AbortSignal;
  readonly isOver: () => boolean;
  /** Ends the exchange now. */
  giveUp(): void;
  /** The exchange has ended by itself. */
  clear(): void;
}

/** A deadline in `ms`. Its timer keeps no process alive. */
export function createDeadline(ms: number): Deadline {
  const stop = new AbortController();
  let isOver = false;
  const timer: unknown = setTimeout(() => {
    isOver = true;
    stop.abort();
  }, ms);
  // Node's timers are objects that can be let go; elsewhere they are numbers.
  (timer as { unref?: () => void }).unref?.();
  const clear = () => clearTimeout(timer as number);
  return {
    signal: stop.signal,
    isOver: () => isOver,
    giveUp() {
      clear();
      stop.abort();
    },
    clear,
  };
}
