import fc from "fast-check";
import { expect, test } from "vitest";
import { startDelivery } from "./start-delivery";

const verdict = fc.constantFrom("ok", "ok", "ok", "retry", "retry", "drop", "limited", "new", null);

test("whatever v1 answers of each event: only `retry` comes again, alone, and each is counted once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.array(verdict, { maxLength: 12 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 4 }),
      async (events, max_batch_events, answers, max_retries) => {
        const options = { flush_at: 1, flush_interval: 10, max_batch_events, max_retries };
        const { sink, sent, counters, track, pass } = startDelivery(options, "v1");
        track(events);
        const tries = new Map<string, number>();
        const expected = { sent: 0, rejected: 0, failed: 0 };
        const done = new Set<string>();
        for (let seen = 0, round = 0; round < 2_000 && done.size < events; round++) {
          pass(1_000);
          for (; seen < sent.length; seen++) {
            const request = sent[seen];
            if (!request) continue;
            const given = answers.shift() ?? [];
            const results: Record<string, { result: string }> = {};
            for (const [at, { uuid }] of request.parcels.entries()) {
              expect(done).not.toContain(uuid);
              const times = (tries.get(uuid) ?? 0) + 1;
              tries.set(uuid, times);
              // An event travels on with its own batch's attempts.
              expect(times).toBe(request.attempt);
              const result = given[at];
              if (result) results[uuid] = { result };
              if (result === "retry" && times <= max_retries) continue;
              done.add(uuid);
              if (result === "retry") expected.failed++;
              else if (result === "drop" || result === "limited") expected.rejected++;
              else expected.sent++;
            }
            await request.answer({ status: 200, body: JSON.stringify({ results }) });
          }
        }
        expect(done.size).toBe(events);
        const { rejected = 0, failed = 0 } = counters.dropped;
        expect({ sent: counters.sent, rejected, failed }).toEqual(expected);
        expect(sink.gauges?.()).toEqual({ queued: 0, in_flight: 0, bytes: 0 });
      },
    ),
    { numRuns: 300 },
  );
});
