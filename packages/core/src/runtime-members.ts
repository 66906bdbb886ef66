import { type Counters, countDropped, totalDropped } from "./counters";
import { FLUSH_TIMEOUT_MS } from "./limits";
import type { Report } from "./report";
import type { DeliveryReport, RuntimeTracker } from "./runtime-tracker";
import type { Sink } from "./sink";
import type { DropReason, Stats } from "./stats";

/** The members that every tracker shares; `state.stopped` says why no event is taken, if none is. */
export function runtimeTracker(
  sink: Sink,
  counters: Counters,
  report: Report,
  state: { stopped: DropReason | undefined },
): RuntimeTracker {
  const stats = (): Stats => ({
    queued: 0,
    in_flight: 0,
    bytes: 0,
    ...counters,
    dropped: { ...counters.dropped },
    ...sink.gauges?.(),
  });

  async function flush(options?: { readonly timeout?: number }): Promise<DeliveryReport> {
    const before = stats();
    const timeout = options?.timeout ?? FLUSH_TIMEOUT_MS;
    await sink.flush(timeout).catch(() => report("internal", "flush"));
    const now = stats();
    return {
      sent: now.sent - before.sent,
      dropped: totalDropped(now) - totalDropped(before),
      pending: now.queued + now.in_flight,
    };
  }

  return {
    flush,
    async shutdown(options) {
      state.stopped = "closed";
      const result = await flush(options);
      sink.close?.();
      if (result.pending) countDropped(counters, "closed", result.pending);
      return result;
    },
    stats,
    optIn() {
      if (state.stopped === "opted_out") state.stopped = undefined;
    },
    optOut() {
      state.stopped ??= "opted_out";
    },
  };
}
