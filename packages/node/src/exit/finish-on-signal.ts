import type { MakeSink } from "@dd0c/track-core";

/** What a signal waits for delivery, in ms. */
const WAIT_MS = 1_000;
const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

const waiting = new Set<() => Promise<unknown>>();

/** Before whoever listens already: they are told of the signal as if we were not there. */
const listen = (signal: NodeJS.Signals): void =>
  void process.off(signal, heed).prependListener(signal, heed);

/** Finishes what waits, then lets the signal do what it would have done without us. */
function heed(signal: NodeJS.Signals): void {
  const finished = Promise.allSettled([...waiting].map((finish) => finish()));
  // Somebody else listens: how the process ends is theirs to say. Some say nothing unless they are
  // the only listener, and two of that kind would wait for each other for ever.
  if (process.listenerCount(signal) > 1) {
    process.off(signal, heed);
    setImmediate(() => waiting.size && listen(signal));
    return;
  }
  void finished.then(() => {
    process.off(signal, heed);
    process.kill(process.pid, signal);
  });
}

/** Calls `finish` before a signal ends the process; answers how to take that back. */
function beforeSignal(finish: () => Promise<unknown>): () => void {
  if (!waiting.size) for (const signal of SIGNALS) listen(signal);
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
