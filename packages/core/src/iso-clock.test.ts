import fc from "fast-check";
import { expect, test } from "vitest";
import { createIsoClock } from "./iso-clock";

test("writes what a Date writes, in whatever order instants come", () => {
  const iso = createIsoClock();
  const time = fc.oneof(
    fc.integer({ min: -62_000_000_000_000, max: 8_640_000_000_000_000 }),
    fc.integer({ min: 1_800_000_000_000, max: 1_800_000_003_000 }),
  );
  fc.assert(
    fc.property(time, (instant) => {
      expect(iso(instant)).toBe(new Date(instant).toISOString());
    }),
    { numRuns: 1_000 },
  );
});
