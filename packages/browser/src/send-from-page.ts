import { allProperties, backOff, countDropped, isRetriable, type MakeSink } from "@dd0c/track-core";
import * as limits from "./limits";
import type { OpenPageStore } from "./page-store";
import { pageUuid } from "./page-uuid";

/**
 * Delivery from a page: serialise at once, wait a little for company, one request at a time, each
 * small enough to outlive its page. What fails waits and is sent again with the same uuids.
 */
export function sendFromPage(url: string, project: string, openStore?: OpenPageStore): MakeSink {
  const write = (parcels: readonly string[]): string =>
    `{"api_key":"${project}","batch":[${parcels}],"sent_at":"${new Date().toISOString()}"}`;

  return ({ counters, report }) => {
    const parcels: string[] = [];
    let bytes = 0;
    let inFlight = 0;
    let most = limits.BATCH_EVENTS;
    let failures = 0;
    let failingSince = 0;
    let worker: Promise<void> | undefined;
    let hurry: (() => void) | undefined;
    const changed = (): void => {
      bytes = parcels.join("").length;
      worker ??= work();
    };
    const store = openStore?.({ counters, report, project, parcels, changed });

    /** Of the first parcels, halved until they fit into one request; one in any case. */
    function pack(): string[] {
      const batch = parcels.slice(0, most);
      while (batch[1] && new Blob(batch).size > limits.REQUEST_BYTES) batch.length >>= 1;
      return batch;
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
        const body = write(batch);
        inFlight = batch.length;
        let reply: Response | undefined;
        try {
          reply = await fetch(url, {
            method: "POST",
            body,
            keepalive: body.length < limits.KEEPALIVE_BYTES,
            signal: AbortSignal.timeout?.(limits.TIMEOUT_MS),
          });
          // A keepalive request counts against the quota until its answer is read.
          await reply.text();
        } catch {
          // Without an answer the status is 0; where only the rest of one is missing, it counts.
        }
        const status = reply?.status ?? 0;
        inFlight = 0;
        // Closed or left meanwhile: they have been counted, or are the store's.
        if (parcels[0] !== batch[0]) continue;
        if (isRetriable(status)) {
          const now = Date.now();
          if (!failures++) failingSince = now;
          counters.retried += batch.length;
          report("delivery", status);
          const wait = backOff(failures, now - failingSince, Math.random());
          // As a date it would need a clock that is right, and pages have none.
          const asked = Number(reply?.headers.get("retry-after")) || 0;
          await sleep(Math.max(wait, Math.min(asked, limits.RETRY_AFTER_MAX_S) * 1_000));
        } else {
          failures = 0;
          settle(batch, status);
        }
      }
      worker = undefined;
    }

    /** What becomes of a batch that is not sent again as it is. */
    function settle(batch: readonly string[], status: number): void {
      if (status === 413 && batch[1]) {
        most = batch.length >> 1;
        return;
      }
      parcels.splice(0, batch.length);
      bytes -= batch.join("").length;
      most = limits.BATCH_EVENTS;
      store?.();
      if (status < 300) counters.sent += batch.length;
      else {
        const reason = status === 413 ? "too_large" : "rejected";
        report(reason, status);
        countDropped(counters, reason, batch.length);
      }
    }

    /** Hands over at once what waits: the page may be gone in a moment, and nothing can be awaited. */
    function leave({ type }: Event): void {
      // What is under way may die with the page, but it may arrive too: it is not sent twice.
      const underWay = parcels.splice(0, inFlight);
      // The newest first, should there not be room for all.
      parcels.reverse();
      // A beacon tells nobody that it failed: with a store, none leaves while requests fail.
      while (parcels.length && !(store && (failures || !navigator.onLine))) {
        const batch = pack();
        if (navigator.sendBeacon(url, write(batch))) settle(batch, 200);
        else if (batch[1]) most = batch.length >> 1;
        else break;
      }
      parcels.reverse().unshift(...underWay);
      store?.(type === "pagehide");
    }
    // Both: phones often kill a hidden page without another word, and some pages leave unhidden.
    // A page that comes back hands over what waits as well, which does no harm.
    const gone = new AbortController();
    // As listeners' options it has the one that takes them away: `signal`.
    addEventListener("pagehide", leave, gone);
    document.addEventListener("visibilitychange", leave, gone);

    return {
      take(event) {
        const parcel = JSON.stringify({
          ...event,
          properties: allProperties(event),
          context: undefined,
          timestamp: event.timestamp ?? new Date(),
          uuid: event.uuid ?? pageUuid(),
        });
        if (bytes + parcel.length > limits.QUEUE_BYTES) {
          report("queue_full", event.event);
          return "queue_full";
        }
        parcels.push(parcel);
        bytes += parcel.length;
        worker ??= work();
        store?.();
        return undefined;
      },
      flush(timeout) {
        hurry?.();
        return Promise.race([worker, new Promise<void>((done) => setTimeout(done, timeout))]);
      },
      close() {
        gone.abort();
        const waiting = parcels.length;
        store?.(true);
        // The tracker counts all that waits as given up, and so also what the store has.
        if (store) countDropped(counters, "closed", parcels.length - waiting);
        parcels.length = inFlight = bytes = 0;
      },
      gauges: () => ({ queued: parcels.length - inFlight, in_flight: inFlight, bytes }),
    };
  };
}
