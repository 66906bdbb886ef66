import { createCounters } from "../src/counters";
import { deliver } from "../src/delivery/delivery";
import type { DeliveryOptions } from "../src/delivery/delivery-options";
import type { Batch } from "../src/delivery/protocol";
import type { Parcel } from "../src/delivery/queue";
import type { Reply } from "../src/delivery/reply";
import { protocolV0 } from "../src/delivery/v0";
import { protocolV1 } from "../src/delivery/v1";
import type { Platform } from "../src/platform";
import type { WireEvent } from "../src/wire-event";

/** A request that delivery has made; the test is its host. */
export interface SentRequest {
  /** The last three digits, which count the events from 000 on. */
  readonly uuids: string[];
  readonly parcels: readonly Parcel[];
  readonly attempt: number;
  /** When it was made, by the test's clock. */
  readonly at: number;
  answer(reply: Reply): Promise<void>;
}

/** Delivery with a clock and a host that the test moves by hand. */
export function startDelivery(options: DeliveryOptions = {}, version: "v0" | "v1" = "v0") {
  let time = 1_000_000;
  let count = 0;
  const timers = new Set<{ at: number; callback: () => void; hold: boolean }>();
  const platform: Platform = {
    now: () => time,
    uuid: () => `00000000-0000-7000-8000-${String(count++).padStart(12, "0")}`,
    timer(callback, ms, hold) {
      const timer = { at: time + ms, callback, hold };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    bytes: (text) => text.length,
  };
  const sent: SentRequest[] = [];
  const errors: string[] = [];
  const counters = createCounters();
  const send = (batch: Batch): Promise<Reply> =>
    new Promise((resolve) => {
      sent.push({
        uuids: batch.parcels.map((parcel) => parcel.uuid.slice(-3)),
        parcels: batch.parcels,
        attempt: batch.attempt,
        at: time,
        async answer(reply) {
          resolve(reply);
          for (let turn = 0; turn < 5; turn++) await Promise.resolve();
        },
      });
    });
  const protocol =
    version === "v1"
      ? protocolV1("phc", { name: "test", version: "1" }, platform)
      : protocolV0("phc", () => time);
  const line = { platform, protocol, send };
  const sink = deliver(line, options)({ counters, report: (code) => void errors.push(code) });
  return {
    sink,
    now: () => time,
    sent,
    counters,
    errors,
    timers,
    track(events = 1, properties: Record<string, unknown> = {}) {
      const taken: unknown[] = [];
      for (let n = 0; n < events; n++) {
        const event: WireEvent = {
          event: "e",
          distinct_id: "d",
          properties,
          context: { product: "cost" },
          timestamp: undefined,
          uuid: undefined,
        };
        taken.push(sink.take(event));
      }
      return taken;
    },
    /** The wall clock alone jumps: timers know nothing of it. */
    jump(ms: number) {
      time += ms;
      for (const timer of timers) timer.at += ms;
    },
    /** Moves the clock, and calls back whoever waited for it. */
    pass(ms: number) {
      time += ms;
      for (const timer of [...timers].filter(({ at }) => at <= time)) {
        timers.delete(timer);
        timer.callback();
      }
    },
  };
}
