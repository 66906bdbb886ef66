import fc from "fast-check";
import { expect, test } from "vitest";
import {
  BACK_OFF_MAX_MS,
  BACK_OFF_MIN_MS,
  BACK_OFF_PART,
  BACK_OFF_YOUNG_MS,
  RETRY_AFTER_MAX_MS,
} from "../limits";
import { createRetryClock } from "./retry-clock";

const step = fc.oneof(
  fc.record({ pass: fc.nat(100_000) }),
  fc.record({ asked: fc.oneof(fc.constant(0), fc.nat(2 * RETRY_AFTER_MAX_MS)) }),
  fc.constant({ answered: true as const }),
);
const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });

test("rests are kept, however many there are, and no longer than an outage earns", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), random, (steps, chance) => {
      const clock = createRetryClock(() => chance);
      let time = 1_000_000;
      /** Until when the host is to be left alone at least, and at most. */
      let least = 0;
      let most = 0;
      let failingSince: number | undefined;
      for (const one of steps) {
        if ("pass" in one) time += one.pass;
        else if ("answered" in one) {
          clock.answered();
          failingSince = undefined;
        } else {
          clock.failed(time, one.asked);
          failingSince ??= time;
          const asked = Math.min(one.asked, RETRY_AFTER_MAX_MS);
          const share = (time - failingSince) / BACK_OFF_PART;
          const backOff = Math.min(BACK_OFF_MAX_MS, Math.max(BACK_OFF_YOUNG_MS, share));
          least = Math.max(least, time + Math.max(asked, BACK_OFF_MIN_MS));
          most = Math.max(most, time + Math.ceil(Math.max(asked, backOff)));
        }
        expect(clock.isFailing()).toBe(failingSince !== undefined);
        expect(clock.wait(time)).toBeGreaterThanOrEqual(least - time);
        expect(clock.wait(time)).toBeLessThanOrEqual(Math.max(0, most - time));
      }
    }),
  );
});

test("a clock that jumps, back or forth, makes nobody wait for longer than was said", () => {
  const jumps = fc.array(fc.integer({ min: -(10 ** 10), max: 10 ** 10 }), { maxLength: 20 });
  fc.assert(
    fc.property(jumps, fc.nat(RETRY_AFTER_MAX_MS), random, (moves, asked, chance) => {
      const clock = createRetryClock(() => chance);
      let time = 10 ** 12;
      clock.failed(time, asked);
      const said = clock.wait(time);
      for (const move of moves) {
        time += move;
        expect(clock.wait(time)).toBeLessThanOrEqual(said);
      }
      expect(clock.wait(time + said)).toBeLessThanOrEqual(0);
    }),
  );
});
