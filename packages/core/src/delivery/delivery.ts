import { countDropped } from "../counters";
import * as limits from "../limits";
import { type Platform, randomShare } from "../platform";
import type { MakeSink } from "../sink";
import type { DropReason } from "../stats";
import type { WireEvent } from "../wire-event";
import { backOff } from "./back-off";
import type { Batch, Protocol } from "./protocol";
import { createQueue, type Parcel } from "./queue";
import { isRetriable, type Reply, retryAfter } from "./reply";

/** What a host may choose about delivery; each has its default in `limits.ts`. */
export interface DeliveryOptions {
  /** Events that start a batch at once. */
  readonly flush_at?: number | undefined;
  /** How long an event waits for company, in ms. */
  readonly flush_interval?: number | undefined;
  readonly max_queue_events?: number | undefined;
  readonly max_queue_bytes?: number | undefined;
  readonly max_batch_events?: number | undefined;
  readonly max_batch_bytes?: number | undefined;
}

/** How delivery reaches PostHog. `send` never rejects: no answer is status 0. */
export interface Line {
  readonly platform: Platform;
  readonly protocol: Protocol;
  send(batch: Batch, body: string): Promise<Reply>;
}

/**
 * Our own way to PostHog: serialise at once, queue within bounds, batch by count, bytes or time,
 * send a few requests at once, try again until the host answers. While the host fails one request
 * at a time asks whether it is back.
 */
export function deliver(line: Line, options: DeliveryOptions = {}): MakeSink {
  const { platform, protocol } = line;
  const flushAt = options.flush_at ?? limits.FLUSH_AT;
  const interval = options.flush_interval ?? limits.FLUSH_INTERVAL_MS;
  const batchEvents = options.max_batch_events ?? Math.max(limits.BATCH_EVENTS, flushAt);
  const batchBytes = options.max_batch_bytes ?? limits.BATCH_BYTES;
  const maxEvents = options.max_queue_events ?? limits.QUEUE_EVENTS;
  const maxBytes = options.max_queue_bytes ?? limits.QUEUE_BYTES;

  return ({ counters, report }) => {
    const queue = createQueue();
    const again: Batch[] = [];
    const idle = new Set<() => void>();
    let requests = 0;
    let inFlight = 0;
    let againEvents = 0;
    let batchedBytes = 0;
    let since = 0;
    let failures = 0;
    let failingSince = 0;
    let closedUntil = 0;
    let successes = 0;
    let closed = false;
    let wakeAt = Number.POSITIVE_INFINITY;
    let cancel: (() => void) | undefined;

    function take(event: WireEvent): DropReason | undefined {
      const json = protocol.serialise(event);
      const bytes = platform.bytes(json);
      if (bytes > limits.EVENT_BYTES) {
        report("too_large", `${event.event} has ${bytes} bytes: dropped`);
        return "too_large";
      }
      const length = queue.length();
      if (
        length + againEvents + inFlight >= maxEvents ||
        queue.bytes() + batchedBytes + bytes > maxBytes
      ) {
        report("queue_full", `${length} events wait: ${event.event} dropped`);
        return "queue_full";
      }
      queue.push({ uuid: event.uuid, json, bytes });
      if (length === 0) since = platform.now();
      if (length + 1 === flushAt) wake(0);
      else if (length === 0) wake(interval);
      return undefined;
    }

    function wake(ms: number): void {
      const at = platform.now() + ms;
      if (closed || at >= wakeAt) return;
      cancel?.();
      wakeAt = at;
      cancel = platform.timer(
        () => {
          wakeAt = Number.POSITIVE_INFINITY;
          pump();
        },
        ms,
        idle.size > 0,
      );
    }

    function isDue(now: number): boolean {
      const length = queue.length();
      return (
        length > 0 &&
        (idle.size > 0 ||
          length >= flushAt ||
          queue.bytes() >= batchBytes ||
          now - since >= interval ||
          now < since)
      );
    }

    function pump(): void {
      const now = platform.now();
      // A clock that was set back must not close the line for long.
      if (closedUntil - now > limits.RETRY_AFTER_MAX_MS) closedUntil = now;
      while (!closed && requests < (failures > 0 ? 1 : limits.REQUESTS)) {
        if (now < closedUntil) return wake(closedUntil - now);
        const batch =
          again.shift() ?? (isDue(now) ? pack(queue.take(batchEvents, batchBytes)) : undefined);
        if (!batch) {
          if (queue.length() > 0) wake(Math.max(1, since + interval - now));
          return;
        }
        since = now;
        void request(batch);
      }
    }

    function pack(parcels: readonly Parcel[]): Batch {
      const bytes = parcels.reduce((sum, parcel) => sum + parcel.bytes, 0);
      batchedBytes += bytes;
      againEvents += parcels.length;
      return { parcels, bytes, attempt: 1, origin: parcels, passed: successes };
    }

    async function request(batch: Batch): Promise<void> {
      const events = batch.parcels.length;
      requests++;
      inFlight += events;
      againEvents -= events;
      const reply = await line
        .send(batch, protocol.body(batch))
        .catch((): Reply => ({ status: 0 }));
      requests--;
      inFlight -= events;
      batchedBytes -= batch.bytes;
      if (!closed) settle(batch, reply);
      if (isIdle()) for (const done of [...idle]) done();
      pump();
    }

    function settle(batch: Batch, reply: Reply): void {
      const { status } = reply;
      if (status >= 200 && status < 300) {
        failures = 0;
        successes++;
        const wanted = protocol.again?.(reply);
        const rest = wanted ? batch.parcels.filter((parcel) => wanted.has(parcel.uuid)) : [];
        counters.sent += batch.parcels.length - rest.length;
        if (rest.length > 0) {
          hold(retryAfter(reply.retry_after, platform.now()) || limits.BACK_OFF_MS);
          repeat(batch, rest);
        }
      } else if (isRetriable(status)) fail(batch, reply);
      else if (status === 413 && batch.parcels.length > 1) {
        const half = batch.parcels.length >> 1;
        again.unshift(pack(batch.parcels.slice(0, half)), pack(batch.parcels.slice(half)));
      } else {
        failures = 0;
        giveUp(batch, status === 413 ? "too_large" : "rejected", status);
      }
    }

    function fail(batch: Batch, reply: Reply): void {
      const now = platform.now();
      if (failures++ === 0) failingSince = now;
      hold(
        Math.max(
          retryAfter(reply.retry_after, now),
          backOff(failures, now - failingSince, randomShare(platform)),
        ),
      );
      report(
        "delivery",
        `${reply.status ? `status ${reply.status}` : "no answer"}: will try again`,
      );
      if (batch.attempt >= limits.BATCH_ATTEMPTS && successes > batch.passed)
        giveUp(batch, "failed", reply.status);
      else repeat(batch, batch.parcels);
    }

    function hold(ms: number): void {
      closedUntil = Math.max(closedUntil, platform.now() + Math.min(ms, limits.RETRY_AFTER_MAX_MS));
    }

    function repeat(batch: Batch, parcels: readonly Parcel[]): void {
      counters.retried += parcels.length;
      // Last in line, so that one batch that always fails does not stand before the others.
      again.push({
        ...pack(parcels),
        attempt: batch.attempt + 1,
        origin: batch.origin,
        passed: batch.passed,
      });
    }

    function giveUp(batch: Batch, reason: DropReason, status: number): void {
      countDropped(counters, reason, batch.parcels.length);
      report(
        reason === "too_large" ? reason : "rejected",
        `status ${status}: ${batch.parcels.length} events dropped`,
      );
    }

    const isIdle = () => queue.length() + againEvents + inFlight === 0;

    return {
      take,
      flush: (timeout) =>
        new Promise((resolve) => {
          if (isIdle()) return resolve();
          const done = () => {
            stop();
            idle.delete(done);
            resolve();
          };
          const stop = platform.timer(done, timeout, true);
          idle.add(done);
          // A waiting retry now holds the process: the host asked for this flush.
          cancel?.();
          wakeAt = Number.POSITIVE_INFINITY;
          pump();
        }),
      close() {
        closed = true;
        cancel?.();
      },
      gauges: () => ({
        queued: queue.length() + againEvents,
        in_flight: inFlight,
        bytes: queue.bytes() + batchedBytes,
      }),
    };
  };
}
