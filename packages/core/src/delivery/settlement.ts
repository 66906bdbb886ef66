import { type Counters, countDropped } from "../counters";
import { BACK_OFF_MS, BATCH_ATTEMPTS } from "../limits";
import type { Report } from "../report";
import type { DropReason } from "../stats";
import type { Batch, Protocol, Verdict } from "./protocol";
import type { Parcel } from "./queue";
import { isRetriable, type Reply, retryAfter } from "./reply";
import type { RetryClock } from "./retry-clock";

/** What becomes of batches once they were sent: counted, sent again, or given up. */
export interface Settlement {
  /** A new batch, for its first attempt. */
  pack(parcels: readonly Parcel[]): Batch;
  /** A request for this batch has its answer, or none. */
  settle(batch: Batch, reply: Reply): void;
  /** Gives parcels up for this reason. */
  drop(parcels: readonly Parcel[], reason: DropReason): void;
  /** What is to be sent again, the next first; whoever sends takes it from here. */
  readonly again: Batch[];
}

/** What a settlement needs of delivery. */
export interface SettlementParts {
  readonly counters: Counters;
  readonly report: Report;
  readonly protocol: Protocol;
  /** Is told how the host fares. */
  readonly clock: RetryClock;
  now(): number;
  readonly max_retries: number;
  /** These were taken or given up: nobody needs to hold them any more. */
  release(parcels: readonly Parcel[]): void;
}

type Refusal = DropReason & ("too_large" | "over_quota" | "rejected");

/** What a status that is final says of a batch; "rejected" where it has no line here. */
const REASONS: Readonly<Record<number, Refusal>> = { 402: "over_quota", 413: "too_large" };

/** Nothing was sent yet. */
export function createSettlement({
  counters,
  report,
  protocol,
  clock,
  now,
  max_retries,
  release,
}: SettlementParts): Settlement {
  const again: Batch[] = [];
  /** Batches of which the host took something. */
  let successes = 0;

  const pack = (parcels: readonly Parcel[]): Batch => ({
    parcels,
    attempt: 1,
    origin: parcels,
    passed: successes,
  });

  function settle(batch: Batch, reply: Reply): void {
    const { parcels } = batch;
    const { status } = reply;
    const time = now();
    const asked = retryAfter(reply.retry_after, time);
    if (isRetriable(status)) {
      clock.failed(time, asked);
      report("delivery", status || reply.why || "no answer");
      repeat(batch, parcels);
      return;
    }
    clock.answered();
    if (status < 300) {
      const verdicts = protocol.verdicts(reply, parcels);
      if (!verdicts?.size) {
        successes++;
        arrived(parcels);
      } else heed(batch, verdicts, asked);
    } else if (status === 413 && parcels.length > 1) {
      const half = parcels.length >> 1;
      again.unshift(pack(parcels.slice(0, half)), pack(parcels.slice(half)));
    } else giveUp(parcels, REASONS[status] ?? "rejected", status);
  }

  /** A batch was answered event by event. */
  function heed(batch: Batch, verdicts: ReadonlyMap<string, Verdict>, asked: number): void {
    const those = (verdict?: Verdict) =>
      batch.parcels.filter(({ uuid }) => verdicts.get(uuid) === verdict);
    const wanted = those("retry");
    // What passed of this very batch does not speak against the rest of it.
    const own = wanted.length < batch.parcels.length ? 1 : 0;
    successes += own;
    arrived(those());
    for (const verdict of ["drop", "limited"] as const) giveUp(those(verdict), "rejected", verdict);
    giveUp(those("over_quota"), "over_quota", "an answer of 200");
    if (!wanted.length) return;
    clock.rest(now(), asked || BACK_OFF_MS);
    repeat({ ...batch, passed: batch.passed + own }, wanted);
  }

  /** Sends again, unless that was tried too often. */
  function repeat(batch: Batch, parcels: readonly Parcel[]): void {
    // One batch that always fails while others pass must not stand before them for ever.
    const isHopeless = batch.attempt >= BATCH_ATTEMPTS && successes !== batch.passed;
    if (isHopeless || batch.attempt > max_retries) {
      drop(parcels, "failed");
      return;
    }
    counters.retried += parcels.length;
    again.push({ ...batch, parcels, attempt: batch.attempt + 1 });
  }

  /** Because PostHog said so. */
  function giveUp(parcels: readonly Parcel[], reason: Refusal, about: unknown): void {
    if (!parcels.length) return;
    report(reason, about);
    drop(parcels, reason);
  }

  function drop(parcels: readonly Parcel[], reason: DropReason): void {
    countDropped(counters, reason, parcels.length);
    release(parcels);
  }

  function arrived(parcels: readonly Parcel[]): void {
    counters.sent += parcels.length;
    release(parcels);
  }

  return { pack, settle, drop, again };
}
