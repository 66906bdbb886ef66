import fc from "fast-check";
import { expect, test } from "vitest";
import type { LiveEvent } from "./live-event.js";
import { createRecentEvents } from "./recent-events.js";
import { createSeenBefore } from "./seen-before.js";

const event = (seq: number): LiveEvent => ({
  seq,
  at: seq,
  verdict: "good",
  product: null,
  tenant: null,
  runtime: null,
  arrived: { event: "e", distinctId: "u", properties: {}, timestamp: null, uuid: null, set: null },
  violations: [],
});

test("holds the newest that fit, by number and by bytes, and finds each", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 10, max: 200 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 60 }),
      (most, mostBytes, sizes) => {
        const recent = createRecentEvents(most, mostBytes);
        sizes.forEach((bytes, at) => {
          recent.add(event(at + 1), bytes);
        });
        let kept = 0;
        let held = 0;
        // The newest is kept however large it is: whoever looks wants to see what just came.
        while (kept < Math.min(most, sizes.length)) {
          const next = sizes[sizes.length - 1 - kept] ?? 0;
          if (kept > 0 && held + next > mostBytes) break;
          held += next;
          kept++;
        }
        const all = recent.after(0, 1_000).map(({ seq }) => seq);
        expect(all).toEqual(sizes.map((_, at) => at + 1).slice(sizes.length - kept));
        for (let seq = 0; seq <= sizes.length + 1; seq++)
          expect(recent.find(seq)?.seq).toBe(all.includes(seq) ? seq : undefined);
        const [oldest = 0] = all;
        expect(recent.after(oldest, 3).map(({ seq }) => seq)).toEqual(all.slice(1).slice(-3));
      },
    ),
  );
});

test("remembers at least the last uuids, and not all", () => {
  const wasHere = createSeenBefore(100);
  for (let n = 0; n < 1_000; n++) expect(wasHere(`${n}`)).toBe(false);
  for (let n = 999; n > 900; n--) expect(wasHere(`${n}`)).toBe(true);
  expect(wasHere("1")).toBe(false);
});
