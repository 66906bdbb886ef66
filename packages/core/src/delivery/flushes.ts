import type { Platform } from "../platform";

/** Who waits until nothing waits any more. */
export interface Flushes {
  /** Resolves when `finish` is called, or after `timeout` ms; it keeps the process alive until then. */
  wait(timeout: number): Promise<void>;
  readonly areThere: () => boolean;
  /** Lets all of them go. */
  finish(): void;
}

/** Nobody waits yet. */
export function createFlushes({ timer }: Platform): Flushes {
  const waiting = new Set<() => void>();
  return {
    wait: (timeout) =>
      new Promise((resolve) => {
        const done = (): void => {
          forget();
          waiting.delete(done);
          resolve();
        };
        const forget = timer(done, timeout, true);
        waiting.add(done);
      }),
    areThere: () => waiting.size > 0,
    finish() {
      for (const done of waiting) done();
    },
  };
}
