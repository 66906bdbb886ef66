import { type Counters, countDropped, totalDropped } from "./counters";
import { FLUSH_TIMEOUT_MS } from "./limits";
import type { Report } from "./report";
import type { DeliveryReport, RuntimeTracker } from "./runtime-tracker";
import type { Sink } from "./sink";
import type { DropReason } from "./stats";

/** The members that every tracker shares; `state.stopped` says why no event is taken, if none is. */
export function runtimeTracker(
  sink: Sink,
  counters: Counters,
  report: Report,
  state: { stopped: DropReason | undefined },
): RuntimeTracker {
  const gauges = () => sink.gauges?.() ?? { queued: 0, in_flight: 0, bytes: 0 };

  async function flush(timeout = FLUSH_TIMEOUT_MS): Promise<DeliveryReport> {
    const sent = counters.sent;
    const dropped = totalDropped(counters);
    try {
      await sink.flush(timeout);
    } catch {
      report("internal", "the sink could not flush");
    }
    const { queued, in_flight } = gauges();
    return {
      sent: counters.sent - sent,
      dropped: totalDropped(counters) - dropped,
      pending: queued + in_flight,
    };
  }

  return {
    flush: (options) => flush(options?.timeout),
    async shutdown(options) {
      state.stopped = "closed";
      const result = await flush(options?.timeout);
      sink.close?.();
      if (result.pending) countDropped(counters, "closed", result.pending);
      return result;
    },
    stats: () => ({ ...counters, dropped: { ...counters.dropped }, ...gauges() }),
    optIn() {
      if (state.stopped === "opted_out") state.stopped = undefined;
      sink.optIn?.();
    },
    optOut() {
      state.stopped ??= "opted_out";
      sink.optOut?.();
    },
  };
}
