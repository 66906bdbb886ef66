import { describe, expect, test } from "vitest";
import { startDelivery as start } from "../../tests/start-delivery";

describe("batches", () => {
  test("close by count, without waiting, and outside of the call", () => {
    const { track, sent, pass } = start({ flush_at: 3 });
    track(3);
    expect(sent).toHaveLength(0);
    pass(0);
    expect(sent.map(({ uuids }) => uuids)).toEqual([["000", "001", "002"]]);
  });

  test("close by time; the first after a quiet time waits but a moment", async () => {
    const { track, sent, pass } = start({ flush_interval: 3_000 });
    const lengths = () => sent.map(({ uuids }) => uuids.length);
    track(2);
    pass(49);
    expect(lengths()).toEqual([]);
    pass(1);
    expect(lengths()).toEqual([2]);
    await sent[0]?.answer({ status: 200 });
    pass(2_999);
    track(1);
    pass(2_000);
    track(1);
    pass(999);
    expect(lengths()).toEqual([2]);
    pass(1);
    expect(lengths()).toEqual([2, 2]);
    await sent[1]?.answer({ status: 200 });
    pass(3_000);
    track(1);
    pass(50);
    expect(lengths()).toEqual([2, 2, 1]);
  });

  test("nothing is quiet while a request is under way", () => {
    const { track, sent, pass } = start({ flush_interval: 3_000 });
    track(1);
    pass(50);
    pass(10_000);
    track(1);
    pass(2_999);
    expect(sent).toHaveLength(1);
    pass(1);
    expect(sent).toHaveLength(2);
  });

  test("an interval without end waits for count and bytes, by no timer that is too long to be one", async () => {
    const { track, sent, pass, timers } = start({
      flush_interval: Number.POSITIVE_INFINITY,
      flush_at: 3,
    });
    track(1);
    pass(50);
    await sent[0]?.answer({ status: 200 });
    track(2);
    pass(2 ** 30);
    expect(sent).toHaveLength(1);
    for (const { at } of timers) expect(at).toBeLessThan(2 ** 32);
    track(1);
    pass(0);
    expect(sent.map(({ uuids }) => uuids.length)).toEqual([1, 3]);
  });

  test("an interval of none waits for this turn's company alone", () => {
    const { track, sent, pass } = start({ flush_interval: 0 });
    track(3);
    pass(0);
    expect(sent.map(({ uuids }) => uuids.length)).toEqual([3]);
  });

  test("hold no more bytes than they may, but always one event", () => {
    const { track, sent, pass } = start({ flush_at: 4, max_batch_bytes: 400 });
    track(2);
    track(1, { text: "x".repeat(1_000) });
    track(1);
    pass(0);
    pass(3_000);
    expect(sent.map(({ uuids }) => uuids.length)).toEqual([2, 1, 1]);
  });

  test("while one is under way, only a full one follows, or what has waited its time", async () => {
    const { track, sent, pass } = start({
      flush_at: 2,
      max_batch_events: 5,
      flush_interval: 3_000,
    });
    const lengths = () => sent.map(({ uuids }) => uuids.length);
    track(2);
    pass(0);
    track(4);
    pass(0);
    expect(lengths()).toEqual([2]);
    track(1);
    pass(0);
    expect(lengths()).toEqual([2, 5]);
    track(3);
    pass(2_999);
    expect(lengths()).toEqual([2, 5]);
    pass(1);
    expect(lengths()).toEqual([2, 5, 3]);
    track(4);
    pass(0);
    await sent[0]?.answer({ status: 200 });
    await sent[1]?.answer({ status: 200 });
    expect(lengths()).toEqual([2, 5, 3]);
    await sent[2]?.answer({ status: 200 });
    expect(lengths()).toEqual([2, 5, 3, 4]);
  });

  test("close by bytes, without waiting", () => {
    const { track, sent, pass } = start({ flush_at: 100, max_batch_bytes: 1_000 });
    track(2, { text: "x".repeat(300) });
    pass(0);
    expect(sent).toHaveLength(0);
    track(1, { text: "x".repeat(300) });
    pass(0);
    expect(sent.map(({ uuids }) => uuids.length)).toEqual([2]);
  });

  test("a host that answers slowly has a few requests at once, not one", () => {
    const { track, sent, pass } = start({ flush_at: 10, max_batch_events: 10 });
    track(100);
    pass(0);
    expect(sent).toHaveLength(4);
  });
});

describe("failures", () => {
  test("are tried again, first by one request that asks, then all", async () => {
    const { track, sent, pass, counters, errors } = start({ flush_at: 10, max_batch_events: 10 });
    track(60);
    pass(0);
    for (const request of sent.slice(0, 4)) await request.answer({ status: 503 });
    expect(sent).toHaveLength(4);
    pass(1_500);
    expect(sent).toHaveLength(5);
    await sent[4]?.answer({ status: 200 });
    expect(sent.length).toBe(9);
    for (const request of sent.slice(5)) await request.answer({ status: 200 });
    await sent[9]?.answer({ status: 200 });
    expect(counters).toMatchObject({ sent: 60, retried: 40 });
    expect(sent.flatMap(({ uuids }, n) => (n < 4 ? [] : uuids)).sort()).toEqual(
      Array.from({ length: 60 }, (_, n) => String(n).padStart(3, "0")),
    );
    expect(new Set(errors)).toEqual(new Set(["delivery"]));
  });

  test("Retry-After is kept, in seconds and as a date", async () => {
    const { track, sent, pass } = start({ flush_at: 1 });
    track(1);
    pass(0);
    await sent[0]?.answer({ status: 429, retry_after: "20" });
    pass(19_999);
    expect(sent).toHaveLength(1);
    pass(1);
    expect(sent).toHaveLength(2);
    await sent[1]?.answer({ status: 503, retry_after: new Date(1_000_000 + 90_000).toUTCString() });
    pass(60_000);
    expect(sent).toHaveLength(2);
    pass(10_000);
    expect(sent).toHaveLength(3);
  });

  test("a long Retry-After is not cut short by another request's failure", async () => {
    const { track, sent, pass } = start({ flush_at: 10, max_batch_events: 10 });
    track(20);
    pass(0);
    await sent[0]?.answer({ status: 429, retry_after: "20" });
    await sent[1]?.answer({ status: 503 });
    pass(19_999);
    expect(sent).toHaveLength(2);
    pass(1);
    expect(sent).toHaveLength(3);
  });

  test("a clock that jumps back holds nothing up", async () => {
    const { track, sent, pass, jump } = start({ flush_at: 1 });
    track(1);
    pass(0);
    await sent[0]?.answer({ status: 503 });
    jump(-3_600_000);
    pass(1_500);
    pass(1_500);
    expect(sent).toHaveLength(2);
  });

  test("413 halves down to the one that is too large, and the next batch is whole again", async () => {
    const { track, sent, pass, counters } = start({ flush_at: 4 });
    track(4);
    pass(0);
    await sent[0]?.answer({ status: 413 });
    expect(sent.slice(1).map(({ uuids }) => uuids)).toEqual([
      ["000", "001"],
      ["002", "003"],
    ]);
    await sent[1]?.answer({ status: 200 });
    await sent[2]?.answer({ status: 413 });
    await sent[3]?.answer({ status: 413 });
    await sent[4]?.answer({ status: 200 });
    expect(counters).toMatchObject({ sent: 3, dropped: { too_large: 1 } });
    track(4);
    pass(0);
    expect(sent[5]?.uuids).toHaveLength(4);
  });

  test.each([400, 401, 403, 301])("%i is final", async (status) => {
    const { track, sent, pass, counters, sink, errors } = start({ flush_at: 1 });
    track(1);
    pass(0);
    await sent[0]?.answer({ status });
    pass(60_000);
    expect(sent).toHaveLength(1);
    expect(counters).toMatchObject({ sent: 0, dropped: { rejected: 1 } });
    expect(sink.gauges?.()).toEqual({ queued: 0, in_flight: 0, bytes: 0 });
    expect(errors).toEqual(["rejected"]);
  });

  test("a batch that fails while others pass is given up in the end", async () => {
    const { track, sent, pass, counters } = start({ flush_at: 1, max_batch_events: 1 });
    track(1);
    for (let round = 0; counters.dropped.failed === undefined && round < 100; round++) {
      pass(60_000);
      track(1);
      pass(0);
      for (const request of sent.splice(0))
        await request.answer({ status: request.uuids[0] === "000" ? 500 : 200 });
    }
    expect(counters.dropped).toEqual({ failed: 1 });
  });
});

describe("bounds", () => {
  test("hold in events and in bytes, and say so", () => {
    const events = start({ max_queue_events: 2 });
    expect(events.track(3)).toEqual([undefined, undefined, "queue_full"]);
    const bytes = start({ max_queue_bytes: 500 });
    expect(bytes.track(5).filter(Boolean).length).toBeGreaterThan(0);
    expect(bytes.sink.gauges?.().bytes).toBeLessThanOrEqual(500);
    expect(bytes.errors).toContain("queue_full");
  });

  test("an event that PostHog would never take is refused at once", () => {
    const { track } = start();
    expect(track(1, { text: "x".repeat(1_100_000) })).toEqual(["too_large"]);
  });
});

describe("flush", () => {
  test("resolves when nothing waits, at once where nothing does", async () => {
    const { sink, sent, track } = start();
    await sink.flush(1_000);
    expect(sent).toHaveLength(0);
    track(3);
    const flushed = sink.flush(1_000);
    await sent[0]?.answer({ status: 200 });
    await flushed;
    expect(sink.gauges?.().queued).toBe(0);
  });

  test("gives up waiting in time, and what waits stays", async () => {
    const { sink, track, pass } = start();
    track(3);
    const flushed = sink.flush(1_000);
    pass(1_000);
    await flushed;
    expect(sink.gauges?.().in_flight).toBe(3);
  });

  test("keeps the process alive while it waits, and no longer", async () => {
    const { sink, sent, timers, track, pass } = start();
    const held = (): number => [...timers].filter(({ hold }) => hold).length;
    track(1);
    expect(held()).toBe(0);
    const flushed = sink.flush(1_000);
    expect(held()).toBe(1);
    pass(950);
    // The next attempt is due when the flush has ended.
    await sent[0]?.answer({ status: 503 });
    expect(held()).toBe(1);
    pass(50);
    await flushed;
    expect(held()).toBe(0);
  });

  test("a closed sink leaves no timer behind, and nobody waits for what was left in it", async () => {
    const { sink, track, timers } = start();
    track(1);
    sink.close?.();
    expect(timers.size).toBe(0);
    await sink.flush(1_000);
    expect(timers.size).toBe(0);
  });
});
