import type { MakeSink } from "@dd0c/track-core";

/** What a signal waits for delivery, in ms. */
const WAIT_MS = 1_000;
const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

const waiting = new Set<() => Promise<unknown>>();

/** Finishes what waits, then lets the signal do what it would have done without us. */
function heed(signal: NodeJS.Signals): void {
  // Somebody else listens: how the process ends is theirs to say.
  if (process.listenerCount(signal) > 1) return;
  const finished = Promise.allSettled([...waiting].map((finish) => finish()));
  void finished.then(() => {
    process.off(signal, heed);
    process.kill(process.pid, signal);
  });
}

/** Calls `finish` before a signal ends the process; answers how to take that back. */
function beforeSignal(finish: () => Promise<unknown>): () => void {
  if (!waiting.size) for (const signal of SIGNALS) process.on(signal, heed);
  waiting.add(finish);
  return () => {
    waiting.delete(finish);
    if (!waiting.size) for (const signal of SIGNALS) process.off(signal, heed);
  };
}

/**
 * A sink that delivers before SIGTERM, SIGINT or SIGHUP ends the process, within a second, where the
 * host has no listener of its own. The process then ends as it would have ended.
 */
export function finishOnSignal(make: MakeSink): MakeSink {
  return (host) => {
    const sink = make(host);
    const stay = beforeSignal(() => sink.flush(WAIT_MS));
    return {
      ...sink,
      close() {
        stay();
        sink.close?.();
      },
    };
  };
}
