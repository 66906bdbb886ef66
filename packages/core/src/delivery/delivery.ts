import { countDropped } from "../counters";
import { createIsoClock } from "../iso-clock";
import * as limits from "../limits";
import type { MakeSink } from "../sink";
import { createStamp } from "../stamp";
import type { DropReason } from "../stats";
import { createAlarm } from "./alarm";
import { createCompany } from "./company";
import { chooseDelivery, type DeliveryOptions } from "./delivery-options";
import { createFlushes } from "./flushes";
import type { Line } from "./line";
import type { Batch } from "./protocol";
import { createQueue, type Parcel } from "./queue";
import { noReply } from "./reply";
import { createRetryClock } from "./retry-clock";
import { createRoom } from "./room";
import { createSettlement } from "./settlement";
import { uuidIn } from "./write-event";

/**
 * Our own way to PostHog: serialise at once, queue within bounds, batch by count, bytes or time,
 * send a few requests at once, try again until the host answers. While the host fails, one request
 * at a time asks whether it is back.
 */
export function deliver(
  { platform, protocol, send, stop, exiting, store: openStore }: Line,
  options: DeliveryOptions = {},
): MakeSink {
  return ({ counters, report }) => {
    const { now } = platform;
    const {
      flush_at,
      flush_interval,
      max_batch_events,
      max_batch_bytes,
      max_queue_events,
      max_queue_bytes,
      overflow,
      max_retries,
    } = chooseDelivery(options, (about) => report("setup", about));
    const stamp = createStamp(platform, createIsoClock());
    const queue = createQueue();
    const clock = createRetryClock(Math.random);
    const company = createCompany(flush_interval);
    const alarm = createAlarm(platform, pump);
    const flushes = createFlushes(platform);
    const room = createRoom(max_queue_events, max_queue_bytes);
    const underWay = new Set<Batch>();
    /** Events that are under way. */
    let inFlight = 0;
    let closed = false;
    /** What a store has kept, once closed. */
    let saved = 0;
    let isFetching = false;
    const store = openStore?.({ report: (about) => report("spool", about), wake: pump });
    const { settle, drop, pack, again } = createSettlement({
      counters,
      report,
      protocol,
      clock,
      now,
      max_retries,
      release(parcels) {
        store?.settle(parcels);
        room.leave(parcels);
      },
    });
    // What is stored waits for the next process.
    const stay = store ? undefined : exiting?.(() => [...leftovers()]);
    refill();

    const isDone = (): boolean => !room.events() && !store?.hasMore();

    function hold(parcel: Parcel): void {
      room.enter(parcel);
      queue.push(parcel);
      const length = queue.length();
      const isFull = length === max_batch_events || isHeavy(queue.bytes() - parcel.bytes);
      const wait = length === 1 ? company.begin(now(), room.events() === 1) : undefined;
      if (length === flush_at || isFull) alarm.soon();
      else if (wait !== undefined) alarm.within(wait);
    }

    /** Whether what waits fills a request by its bytes, and so many did not. */
    const isHeavy = (before = 0): boolean =>
      before < max_batch_bytes && queue.bytes() >= max_batch_bytes;

    /** Whether so many are worth a request: while others are under way only a full one, as TCP has it (RFC 896). */
    const areEnough = (length: number): boolean =>
      length >= (underWay.size ? max_batch_events : flush_at) || isHeavy();

    /** Brings back what only the store has, while at most half of memory is in use. */
    function refill(): void {
      if (isFetching || closed || !store?.hasMore() || !room.isHalfFree()) return;
      isFetching = true;
      const { lost } = store.stats();
      void store.fetch().then((parcels) => {
        isFetching = false;
        const gone = store.stats().lost - lost;
        if (gone) countDropped(counters, "failed", gone);
        for (const parcel of parcels) hold(parcel);
        finish();
        pump();
      });
    }

    function finish(): void {
      if (isDone()) flushes.finish();
    }

    function refuse(reason: DropReason & ("too_large" | "queue_full"), about: string): DropReason {
      report(reason, about);
      return reason;
    }

    /** Gives up what has waited longest until so many bytes fit, if they can. */
    function makeRoom(bytes: number): boolean {
      if (bytes > max_queue_bytes || !queue.length()) return room.fits(bytes);
      report("queue_full", "older events");
      while (!room.fits(bytes) && queue.length()) drop(queue.take(1, 0), "displaced");
      return room.fits(bytes);
    }

    function pump(): void {
      refill();
      const time = now();
      while (!closed && underWay.size < (clock.isFailing() ? 1 : limits.REQUESTS)) {
        const length = queue.length();
        const wait = clock.wait(time);
        const rest = company.rest(time);
        const isDue = flushes.areThere() || areEnough(length) || rest <= 0;
        if (wait > 0) {
          if (room.events() > inFlight) alarm.within(wait);
          return;
        }
        if (!again.length && !(length && isDue)) {
          if (length) alarm.within(rest);
          return;
        }
        company.sent(time);
        void request(again.shift() ?? next());
      }
    }

    const next = (): Batch => pack(queue.take(max_batch_events, max_batch_bytes));

    /** What PostHog has not taken for certain. What is under way may arrive twice, under its uuid. */
    function* leftovers(): Generator<Batch> {
      yield* underWay;
      yield* again;
      while (queue.length()) yield next();
    }

    async function request(batch: Batch): Promise<void> {
      const { parcels } = batch;
      underWay.add(batch);
      inFlight += parcels.length;
      const reply = await send(batch).catch(noReply);
      // Who closed has counted it; where it was taken all the same, it was for nobody to know.
      if (closed) return;
      underWay.delete(batch);
      inFlight -= parcels.length;
      settle(batch, reply);
      finish();
      pump();
    }

    return {
      take(event) {
        const json = protocol.serialise(stamp(event));
        const bytes = platform.bytes(json);
        if (bytes > limits.EVENT_BYTES) return refuse("too_large", event.event);
        const parcel: Parcel = { uuid: uuidIn(json), json, bytes };
        const isFull = !room.fits(bytes);
        const isKept = store?.keep(parcel, isFull) === true;
        if (!isFull) hold(parcel);
        else if (isKept) alarm.within(flush_interval);
        else if (overflow === "drop_oldest" && makeRoom(bytes)) hold(parcel);
        else return refuse("queue_full", event.event);
        return undefined;
      },
      async flush(timeout) {
        // What was left when it was closed is nobody's to wait for.
        if (closed || isDone()) return;
        const done = flushes.wait(timeout);
        pump();
        await done;
      },
      close() {
        closed = true;
        alarm.stop();
        store?.flush();
        const kept = store?.stats();
        store?.close();
        // What the store keeps still waits, for another process, though the tracker counts all that
        // waits as given up.
        saved = kept ? Math.min(kept.held, room.events()) + kept.parked : 0;
        if (saved) countDropped(counters, "closed", -saved);
        flushes.finish();
        stay?.();
        stop?.();
      },
      gauges() {
        const kept = store?.stats();
        return {
          queued: closed ? saved : room.events() - inFlight + (kept?.parked ?? 0),
          in_flight: closed ? 0 : inFlight,
          bytes: closed ? 0 : room.bytes(),
          ...(kept && {
            recovered: kept.recovered,
            unspooled: kept.shed + kept.failed,
            damaged: kept.damaged,
            spool_bytes: kept.bytes,
          }),
        };
      },
    };
  };
}
