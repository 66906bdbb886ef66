import {
  backOff,
  countDropped,
  createStamp,
  isRetriable,
  type MakeSink,
  type Sink,
} from "@dd0c/track-core";
import * as limits from "./limits";
import { pageUuid } from "./page-uuid";

/** What a page's delivery can do besides what any sink can. */
export interface PageSink extends Sink {
  /** Hands over at once what waits; for the moment when the page goes and nothing can be awaited. */
  leave(): void;
}

/**
 * Delivery from a page: serialise at once, wait a little for company, one request at a time, each
 * small enough to outlive its page. What fails waits and is sent again with the same uuids.
 */
export function sendFromPage(
  url: string,
  apiKey: string,
): (...host: Parameters<MakeSink>) => PageSink {
  const encoder = new TextEncoder();
  const write = (parcels: readonly string[]): string =>
    `{"api_key":${JSON.stringify(apiKey)},"batch":[${parcels}],"sent_at":"${new Date().toISOString()}"}`;

  return ({ counters, report }) => {
    const stamp = createStamp({ now: Date.now, uuid: pageUuid });
    const parcels: string[] = [];
    let bytes = 0;
    let inFlight = 0;
    let most = limits.BATCH_EVENTS;
    let failures = 0;
    let failingSince = 0;
    let worker: Promise<void> | undefined;
    let hurry = (): void => {};

    /** As many of the oldest parcels as fit into one request; one in any case. */
    function pack(): string[] {
      let room = limits.REQUEST_BYTES;
      const end = parcels.findIndex((parcel, at) => {
        room -= encoder.encode(parcel).length;
        return at > 0 && (room < 0 || at >= most);
      });
      return parcels.slice(0, end < 0 ? most : end);
    }

    function release(batch: readonly string[]): void {
      parcels.splice(0, batch.length);
      for (const parcel of batch) bytes -= parcel.length;
      most = limits.BATCH_EVENTS;
    }

    /** Waits for `ms`, or until somebody hurries. */
    const sleep = (ms: number): Promise<void> =>
      new Promise((done) => {
        hurry = done;
        setTimeout(done, ms);
      });

    /** Waits for company, then sends until nothing waits any more. */
    async function work(): Promise<void> {
      await sleep(limits.WAIT_MS);
      while (parcels.length) {
        const batch = pack();
        inFlight = batch.length;
        const [status, asked] = await post(write(batch)).catch(() => [0, 0] as const);
        inFlight = 0;
        const wait = settle(batch, status, asked);
        if (wait) await sleep(wait);
      }
      worker = undefined;
    }

    /** What becomes of a batch; answers how many ms to wait before the next request. */
    function settle(batch: readonly string[], status: number, asked: number): number {
      // Closed meanwhile: whoever closed has counted them.
      if (!parcels.length) return 0;
      const now = Date.now();
      if (isRetriable(status)) {
        if (!failures++) failingSince = now;
        counters.retried += batch.length;
        report("delivery", status);
        const wait = backOff(failures, now - failingSince, Math.random());
        return Math.max(wait, asked * 1_000);
      }
      failures = 0;
      if (status === 413 && batch.length > 1) most = batch.length >> 1;
      else {
        release(batch);
        if (status < 300) counters.sent += batch.length;
        else {
          const reason = status === 413 ? "too_large" : "rejected";
          report(reason, status);
          countDropped(counters, reason, batch.length);
        }
      }
      return 0;
    }

    async function post(body: string): Promise<readonly [number, number]> {
      const reply = await fetch(url, {
        method: "POST",
        body,
        credentials: "omit",
        keepalive: body.length < limits.KEEPALIVE_BYTES,
        signal: AbortSignal.timeout?.(limits.TIMEOUT_MS),
      });
      // As a date it would need a clock that is right, and pages have none.
      return [reply.status, Number(reply.headers.get("retry-after")) || 0];
    }

    return {
      take(event) {
        const { properties, context, ...rest } = stamp(event);
        const parcel = JSON.stringify({ ...rest, properties: { ...properties, ...context } });
        if (bytes + parcel.length > limits.QUEUE_BYTES) {
          report("queue_full", event.event);
          return "queue_full";
        }
        parcels.push(parcel);
        bytes += parcel.length;
        worker ??= work();
        return undefined;
      },
      flush(timeout) {
        hurry();
        const limit = new Promise<void>((done) => setTimeout(done, timeout));
        return Promise.race([worker, limit]);
      },
      leave() {
        // What is under way may die with the page, but it may arrive too: it is not sent twice.
        const kept = parcels.splice(0, inFlight);
        while (parcels.length) {
          const batch = pack();
          if (!navigator.sendBeacon(`${url}?beacon=1`, write(batch))) break;
          release(batch);
          counters.sent += batch.length;
        }
        parcels.unshift(...kept);
      },
      close() {
        parcels.length = inFlight = bytes = 0;
      },
      gauges: () => ({ queued: parcels.length - inFlight, in_flight: inFlight, bytes }),
    };
  };
}
