import type { Stats } from "@dd0c/track-core";
import { expect, it } from "vitest";
import {
  type InstrumentOptions,
  type InstrumentResult,
  type OpenTelemetryMeter,
  observeWithOpenTelemetry,
} from "./observe-with-open-telemetry";

interface Instrument extends InstrumentOptions {
  readonly name: string;
  readonly kind: "counter" | "up-down";
}
type Callback = (result: InstrumentResult<Instrument>) => void;

/** A meter that does what an SDK does: keeps callbacks by identity, and refuses what was not announced. */
function fakeMeter() {
  const callbacks = new Map<Callback, readonly Instrument[]>();
  const meter: OpenTelemetryMeter<Instrument> = {
    createObservableCounter: (name, options) => ({ name, kind: "counter", ...options }),
    createObservableUpDownCounter: (name, options) => ({ name, kind: "up-down", ...options }),
    addBatchObservableCallback: (callback, instruments) =>
      void callbacks.set(callback, [...instruments]),
    removeBatchObservableCallback: (callback) => void callbacks.delete(callback),
  };
  return {
    meter,
    collect() {
      const seen: [string, string, string, number, Record<string, string> | undefined][] = [];
      for (const [callback, instruments] of callbacks)
        callback({
          observe(instrument, value, attributes) {
            expect(instruments).toContain(instrument);
            seen.push([instrument.name, instrument.kind, instrument.unit, value, attributes]);
          },
        });
      return seen;
    },
  };
}

it("shows every counter as it is when it is collected, until it is stopped", () => {
  let sent = 7;
  let reads = 0;
  const stats = (): Stats => {
    reads++;
    const dropped = { queue_full: 3 };
    return {
      accepted: 10,
      sent,
      retried: 2,
      dropped,
      pii_dropped: 1,
      queued: 4,
      in_flight: 5,
      bytes: 6,
    };
  };
  const { meter, collect } = fakeMeter();
  const stop = observeWithOpenTelemetry(meter, { stats }, { product: "cost" });
  const attributes = { product: "cost" };
  const dropped = "dd0c_track.events.dropped";
  const seen = collect();
  expect(seen.filter(([name]) => name !== dropped)).toEqual([
    ["dd0c_track.events.accepted", "counter", "{event}", 10, attributes],
    ["dd0c_track.events.sent", "counter", "{event}", 7, attributes],
    ["dd0c_track.events.retried", "counter", "{event}", 2, attributes],
    ["dd0c_track.pii.values.dropped", "counter", "{value}", 1, attributes],
    ["dd0c_track.events.queued", "up-down", "{event}", 4, attributes],
    ["dd0c_track.events.in_flight", "up-down", "{event}", 5, attributes],
    ["dd0c_track.queue.bytes", "up-down", "By", 6, attributes],
  ]);
  const full = { ...attributes, reason: "queue_full" };
  expect(seen).toContainEqual([dropped, "counter", "{event}", 3, full]);
  sent = 8;
  expect(collect()[1]?.[3]).toBe(8);
  expect(reads).toBe(2);
  stop();
  expect(collect()).toEqual([]);
});
