import { countDropped } from "../counters";
import { createIsoClock } from "../iso-clock";
import * as limits from "../limits";
import type { Platform } from "../platform";
import type { MakeSink } from "../sink";
import { createStamp } from "../stamp";
import type { DropReason } from "../stats";
import type { Batch, Protocol } from "./protocol";
import { createQueue, type Parcel } from "./queue";
import { isRetriable, type Reply, retryAfter } from "./reply";
import { createRetryClock } from "./retry-clock";
import type { OpenStore } from "./store";
import { uuidIn } from "./write-event";

/**
 * What a full queue gives up, counted either way: `drop_newest` refuses what comes (`queue_full`),
 * `drop_oldest` makes room by what has waited longest (`displaced`), but for what is under way.
 */
export type Overflow = "drop_newest" | "drop_oldest";

/** What a host may choose about delivery; each has its default in `limits.ts`. */
export interface DeliveryOptions {
  /** Events that start a batch at once. */
  readonly flush_at?: number | undefined;
  /** How long an event waits for company, in ms. */
  readonly flush_interval?: number | undefined;
  readonly max_queue_events?: number | undefined;
  readonly max_queue_bytes?: number | undefined;
  /** Which events go when the queue is full; those that come (`drop_newest`) unless given. */
  readonly overflow?: Overflow | undefined;
  readonly max_batch_events?: number | undefined;
  readonly max_batch_bytes?: number | undefined;
}

/** How delivery reaches PostHog: a rejection of `send` is taken for no answer at all. */
export interface Line {
  readonly platform: Platform;
  readonly protocol: Protocol;
  send(batch: Batch, body: string): Promise<Reply>;
  /** Gives up what is under way: a host that hangs must not hold the process. */
  stop?(): void;
  /** Has what is left sent when the process exits and nothing can wait; answers how to take that back. */
  exiting?(left: () => readonly Batch[]): () => void;
  /** Where what waits outlives the process, and finds room when memory is full. */
  readonly store?: OpenStore | undefined;
}

/**
 * Our own way to PostHog: serialise at once, queue within bounds, batch by count, bytes or time,
 * send a few requests at once, try again until the host answers. While the host fails, one request
 * at a time asks whether it is back.
 */
export function deliver(
  { platform, protocol, send, stop, exiting, store: openStore }: Line,
  {
    flush_at = limits.FLUSH_AT,
    flush_interval = limits.FLUSH_INTERVAL_MS,
    max_batch_events = Math.max(limits.BATCH_EVENTS, flush_at),
    max_batch_bytes = limits.BATCH_BYTES,
    max_queue_events = limits.QUEUE_EVENTS,
    max_queue_bytes = limits.QUEUE_BYTES,
    overflow = "drop_newest",
  }: DeliveryOptions = {},
): MakeSink {
  return ({ counters, report }) => {
    const { now } = platform;
    const stamp = createStamp(platform, createIsoClock());
    const queue = createQueue();
    const clock = createRetryClock(Math.random);
    const again: Batch[] = [];
    const flushes = new Set<() => void>();
    const underWay = new Set<Batch>();
    /** Events and bytes that wait or are under way; events that are under way. */
    let held = 0;
    let heldBytes = 0;
    let inFlight = 0;
    let successes = 0;
    let oldest = 0;
    /** A timer is kept until it rings, though its batch may have left before: making one costs. */
    let wakeAt = 0;
    let cancel: (() => void) | undefined;
    let cancelSoon: (() => void) | undefined;
    let closed = false;
    let isFetching = false;
    const store = openStore?.({ report: (about) => report("spool", about), wake: pump });
    // What is stored waits for the next process.
    const stay = store ? undefined : exiting?.(() => [...leftovers()]);
    refill();

    const isDone = (): boolean => !held && !store?.hasMore();

    function hold(parcel: Parcel): void {
      held++;
      heldBytes += parcel.bytes;
      queue.push(parcel);
      const length = queue.length();
      if (length === 1) oldest = now();
      if (length === flush_at) pumpSoon();
      else if (length === 1) wake(flush_interval);
    }

    /** Brings back what only the store has, while at most half of memory is in use. */
    function refill(): void {
      if (isFetching || closed || !store?.hasMore()) return;
      if (held * 2 > max_queue_events || heldBytes * 2 > max_queue_bytes) return;
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
      if (isDone()) for (const done of flushes) done();
    }

    function refuse(reason: DropReason & ("too_large" | "queue_full"), about: string): DropReason {
      report(reason, about);
      return reason;
    }

    const hasRoom = (bytes: number): boolean =>
      held < max_queue_events && heldBytes + bytes <= max_queue_bytes;

    /** Gives up what has waited longest until so many bytes fit, if they can. */
    function makeRoom(bytes: number): boolean {
      if (bytes > max_queue_bytes || !queue.length()) return hasRoom(bytes);
      report("queue_full", "older events");
      while (!hasRoom(bytes) && queue.length()) drop(queue.take(1, 0), "displaced");
      return hasRoom(bytes);
    }

    /** Outside of the call that is under way. */
    function pumpSoon(): void {
      if (closed) return;
      cancelSoon ??= platform.timer(
        () => {
          cancelSoon = undefined;
          pump();
        },
        0,
        false,
      );
    }

    function wake(ms: number): void {
      const at = now() + ms;
      if (closed || (cancel && wakeAt <= at)) return;
      cancel?.();
      wakeAt = at;
      const ring = (): void => {
        cancel = undefined;
        pump();
      };
      cancel = platform.timer(ring, ms, flushes.size > 0);
    }

    function pump(): void {
      refill();
      const time = now();
      while (!closed && underWay.size < (clock.isFailing() ? 1 : limits.REQUESTS)) {
        const length = queue.length();
        const wait = clock.wait(time);
        const rest = oldest + flush_interval - time;
        const isDue = flushes.size > 0 || length >= flush_at || rest <= 0 || rest > flush_interval;
        if (wait > 0) {
          if (held > inFlight) wake(wait);
          return;
        }
        if (!again.length && !(length && isDue)) {
          if (length) wake(rest);
          return;
        }
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

    const pack = (parcels: readonly Parcel[], before?: Batch): Batch => ({
      parcels,
      attempt: 1,
      origin: parcels,
      passed: successes,
      ...before,
    });

    async function request(batch: Batch): Promise<void> {
      const { parcels } = batch;
      underWay.add(batch);
      inFlight += parcels.length;
      const reply = await send(batch, protocol.body(parcels)).catch((): Reply => ({ status: 0 }));
      // Who closed has counted it; where it was taken all the same, it was for nobody to know.
      if (closed) return;
      underWay.delete(batch);
      inFlight -= parcels.length;
      settle(batch, reply);
      finish();
      pump();
    }

    function settle(batch: Batch, reply: Reply): void {
      const { parcels } = batch;
      const { status } = reply;
      const time = now();
      const asked = retryAfter(reply.retry_after, time);
      if (isRetriable(status)) {
        clock.failed(time, asked);
        report("delivery", status || "no answer");
        // One batch that always fails while others pass must not stand before them for ever.
        if (batch.attempt < limits.BATCH_ATTEMPTS || successes === batch.passed)
          repeat(batch, parcels);
        else drop(parcels, "failed");
        return;
      }
      clock.answered();
      if (status < 300) {
        successes++;
        const wanted = protocol.again?.(reply);
        const rest = wanted ? parcels.filter((parcel) => wanted.has(parcel.uuid)) : [];
        release(parcels.filter((parcel) => !rest.includes(parcel)));
        counters.sent += parcels.length - rest.length;
        if (rest.length) {
          clock.rest(time, asked || limits.BACK_OFF_MS);
          repeat(batch, rest);
        }
      } else if (status === 413 && parcels.length > 1) {
        const half = parcels.length >> 1;
        again.unshift(pack(parcels.slice(0, half)), pack(parcels.slice(half)));
      } else {
        report(status === 413 ? "too_large" : "rejected", status);
        drop(parcels, status === 413 ? "too_large" : "rejected");
      }
    }

    function repeat(batch: Batch, parcels: readonly Parcel[]): void {
      counters.retried += parcels.length;
      again.push({ ...batch, parcels, attempt: batch.attempt + 1 });
    }

    function drop(parcels: readonly Parcel[], reason: DropReason): void {
      countDropped(counters, reason, parcels.length);
      release(parcels);
    }

    function release(parcels: readonly Parcel[]): void {
      store?.settle(parcels);
      for (const { bytes } of parcels) {
        held--;
        heldBytes -= bytes;
      }
    }

    return {
      take(event) {
        const json = protocol.serialise(stamp(event));
        const bytes = platform.bytes(json);
        if (bytes > limits.EVENT_BYTES) return refuse("too_large", event.event);
        const parcel: Parcel = { uuid: uuidIn(json), json, bytes };
        const isFull = !hasRoom(bytes);
        const isKept = store?.keep(parcel, isFull) === true;
        if (!isFull) hold(parcel);
        else if (isKept) wake(flush_interval);
        else if (overflow === "drop_oldest" && makeRoom(bytes)) hold(parcel);
        else return refuse("queue_full", event.event);
        return undefined;
      },
      flush: (timeout) =>
        new Promise((resolve) => {
          if (isDone()) {
            resolve();
            return;
          }
          const done = () => {
            forget();
            flushes.delete(done);
            resolve();
          };
          const forget = platform.timer(done, timeout, true);
          flushes.add(done);
          pump();
        }),
      close() {
        closed = true;
        cancel?.();
        cancelSoon?.();
        store?.flush();
        const kept = store?.stats();
        store?.close();
        // What the store keeps still waits, for another process, though the tracker counts all that
        // waits as given up.
        const saved = kept ? Math.min(kept.held, held) + kept.parked : 0;
        if (saved) countDropped(counters, "closed", -saved);
        held = saved;
        heldBytes = 0;
        inFlight = 0;
        for (const done of flushes) done();
        stay?.();
        stop?.();
      },
      gauges() {
        const kept = store?.stats();
        return {
          queued: held - inFlight + (kept?.parked ?? 0),
          in_flight: inFlight,
          bytes: heldBytes,
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
