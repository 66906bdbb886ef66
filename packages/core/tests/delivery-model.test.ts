import fc from "fast-check";
import { expect, test } from "vitest";
import { type SentRequest, startDelivery } from "./start-delivery";

/** A host's answer; 413 is its own, for bodies above its bound. */
const reply = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ status: 200 }) },
  { weight: 2, arbitrary: fc.constantFrom({ status: 500 }, { status: 0 }, { status: 408 }) },
  { weight: 1, arbitrary: fc.constant({ status: 429, retry_after: "7" }) },
  { weight: 1, arbitrary: fc.constantFrom({ status: 400 }, { status: 401 }) },
);
const step = fc.oneof(
  fc.record({ track: fc.integer({ min: 1, max: 30 }), length: fc.nat(300) }),
  fc.record({ pass: fc.oneof(fc.constant(0), fc.nat(4_000)) }),
  fc.record({ answer: fc.nat(), reply }),
);
const options = fc.record({
  flush_at: fc.integer({ min: 1, max: 20 }),
  flush_interval: fc.nat(3_000),
  max_batch_events: fc.integer({ min: 1, max: 25 }),
  max_batch_bytes: fc.integer({ min: 100, max: 3_000 }),
  max_queue_events: fc.integer({ min: 1, max: 60 }),
  max_queue_bytes: fc.integer({ min: 200, max: 8_000 }),
  overflow: fc.constantFrom("drop_newest" as const, "drop_oldest" as const),
});
const IN_FLIGHT = 4;
const uuidsOf = ({ parcels }: SentRequest): string[] => parcels.map(({ uuid }) => uuid);

test("whatever is tracked, answered and waited for: bounds hold, each event goes one way, and all goes on in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      options,
      fc.array(step, { maxLength: 60 }),
      fc.integer({ min: 150, max: 2_000 }),
      async (chosen, steps, hostTakes) => {
        const delivery = startDelivery(chosen);
        const { sink, sent, counters, timers } = delivery;
        const open = new Set<SentRequest>();
        const settled = new Set<string>();
        let seen = 0;
        let tracked = 0;
        let refused = 0;
        let quietUntil = 0;
        let isFailing = false;

        /** Looks at the requests made since the last time. */
        const look = (): void => {
          for (; seen < sent.length; seen++) {
            const request = sent[seen];
            if (!request) continue;
            open.add(request);
            const { parcels, at } = request;
            const uuids = uuidsOf(request);
            expect(parcels.length).toBeGreaterThan(0);
            expect(parcels.length).toBeLessThanOrEqual(
              Math.max(chosen.max_batch_events, chosen.flush_at),
            );
            if (parcels.length > 1)
              expect(parcels.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(
                chosen.max_batch_bytes,
              );
            expect(at).toBeGreaterThanOrEqual(quietUntil);
            for (const uuid of uuids) expect(settled).not.toContain(uuid);
            expect([...uuids].sort()).toEqual(uuids);
          }
          const underWay = [...open].flatMap(uuidsOf);
          expect(new Set(underWay).size).toBe(underWay.length);
          expect(open.size).toBeLessThanOrEqual(IN_FLIGHT);
          const { queued, in_flight, bytes } = sink.gauges?.() ?? { queued: 0, in_flight: 0 };
          expect(in_flight).toBe(underWay.length);
          expect(queued + in_flight).toBeLessThanOrEqual(chosen.max_queue_events);
          expect(bytes).toBeLessThanOrEqual(chosen.max_queue_bytes);
          const lost = Object.values(counters.dropped).reduce((sum, count) => sum + count, 0);
          expect(counters.sent + lost + refused + queued + in_flight).toBe(tracked);
        };

        /** Moves the clock from timer to timer. */
        const pass = (ms: number): void => {
          const end = delivery.now() + ms;
          for (let rings = 0; ; rings++) {
            const next = Math.min(...[...timers].map(({ at }) => at));
            if (next > end) break;
            expect(rings).toBeLessThan(1_000);
            delivery.pass(Math.max(0, next - delivery.now()));
            look();
          }
          delivery.pass(end - delivery.now());
          look();
        };

        const answer = async (
          request: SentRequest,
          given: { status: number; retry_after?: string },
        ) => {
          open.delete(request);
          const size = request.parcels.reduce((sum, { bytes }) => sum + bytes, 0);
          const answered = given.status === 200 && size > hostTakes ? { status: 413 } : given;
          const { status } = answered;
          isFailing = status === 0 || status === 408 || status === 429 || status >= 500;
          if (isFailing)
            quietUntil = Math.max(
              quietUntil,
              delivery.now() + ("retry_after" in answered ? 7_000 : 100),
            );
          else if (status !== 413 || request.parcels.length === 1)
            for (const uuid of uuidsOf(request)) settled.add(uuid);
          const before = sent.length;
          await request.answer(answered);
          // A host that fails is asked by one request at a time.
          if (isFailing) expect(sent.length).toBe(before);
          look();
        };

        for (const one of steps) {
          if ("track" in one)
            for (const taken of delivery.track(one.track, { text: "x".repeat(one.length) })) {
              tracked++;
              if (taken) refused++;
            }
          else if ("pass" in one) pass(one.pass);
          else {
            const request = [...open][one.answer % (open.size || 1)];
            if (request) await answer(request, one.reply);
          }
          look();
        }

        // The host is well from here on: without another call all is delivered, but for what no host takes.
        for (let round = 0; round < 2_000; round++) {
          const [request] = open;
          if (request) await answer(request, { status: 200 });
          else if (sink.gauges?.().queued) pass(10_000);
          else break;
        }
        expect(sink.gauges?.()).toEqual({ queued: 0, in_flight: 0, bytes: 0 });
        const { too_large = 0, displaced = 0 } = counters.dropped;
        if (hostTakes > 700) expect(too_large).toBe(0);
        if (chosen.overflow === "drop_newest") expect(displaced).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});

test("however events come: two small requests are an interval apart, and none waits longer than that", async () => {
  const gaps = fc.array(
    fc.record({
      gap: fc.oneof(fc.nat(40), fc.nat(900), fc.nat(20_000)),
      events: fc.integer({ min: 1, max: 6 }),
      answerAfter: fc.nat(3),
    }),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(gaps, fc.integer({ min: 1, max: 3_000 }), async (steps, flush_interval) => {
      const delivery = startDelivery({ flush_interval, flush_at: 1_000 });
      const { sent, timers, track } = delivery;
      const since = new Map<string, number>();
      let answered = 0;
      for (const { gap, events, answerAfter } of [
        ...steps,
        { gap: 9_999, events: 1, answerAfter: 0 },
      ]) {
        const end = delivery.now() + gap;
        for (;;) {
          const next = Math.min(...[...timers].map(({ at }) => at));
          if (next > end) break;
          delivery.pass(Math.max(0, next - delivery.now()));
        }
        delivery.pass(end - delivery.now());
        if (answerAfter)
          while (answered < sent.length) await sent[answered++]?.answer({ status: 200 });
        const before = since.size;
        track(events);
        for (let n = 0; n < events; n++)
          since.set(String(before + n).padStart(3, "0"), delivery.now());
      }
      for (const [n, { at, uuids }] of sent.entries()) {
        expect(at - (since.get(uuids[0] ?? "") ?? Number.NaN)).toBeLessThanOrEqual(flush_interval);
        const last = sent[n - 1];
        if (last) expect(at - last.at).toBeGreaterThanOrEqual(flush_interval);
      }
    }),
    { numRuns: 200 },
  );
});

test("with drop_oldest the newest are what is left, in their order", async () => {
  const { track, sent, pass, sink, counters, errors } = startDelivery({
    max_queue_events: 5,
    overflow: "drop_oldest",
    flush_at: 100,
  });
  expect(track(12)).toEqual(Array.from({ length: 12 }));
  pass(3_000);
  expect(sent[0]?.uuids).toEqual(["007", "008", "009", "010", "011"]);
  expect(counters.dropped).toEqual({ displaced: 7 });
  expect(errors).toContain("queue_full");
  // What is under way cannot be taken back: now it is the new ones that go.
  expect(track(2)).toEqual(["queue_full", "queue_full"]);
  await sent[0]?.answer({ status: 200 });
  expect(sink.gauges?.()).toEqual({ queued: 0, in_flight: 0, bytes: 0 });
});

test("an event that never fits displaces nothing", () => {
  const { track, sink } = startDelivery({ max_queue_bytes: 1_000, overflow: "drop_oldest" });
  track(3);
  expect(track(1, { text: "x".repeat(2_000) })).toEqual(["queue_full"]);
  expect(sink.gauges?.().queued).toBe(3);
});
