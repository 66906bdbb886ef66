import fc from "fast-check";
import { expect, test } from "vitest";
import { createUuidV7 } from "./uuid-v7";

const digits = fc.string({
  unit: fc.constantFrom(..."0123456789abcdef"),
  minLength: 19,
  maxLength: 19,
});

test("the time stands in front, the variant is one, all random digits are in it", () => {
  const times = fc.array(fc.integer({ min: 0, max: 2 ** 48 - 1 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(times, digits, (instants, random) => {
      let at = 0;
      const uuid = createUuidV7(
        () => instants[at] ?? 0,
        () => random,
      );
      for (const time of instants) {
        for (const made of [uuid(), uuid()]) {
          const hex = made.replaceAll("-", "");
          expect(made).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
          expect(Number.parseInt(hex.slice(0, 12), 16)).toBe(time);
          const variant = "89ab"[Number.parseInt(random.slice(18), 16) & 3];
          expect(hex.slice(13)).toBe(
            `${random.slice(0, 3)}${variant}${random.slice(3, 6)}${random.slice(6, 18)}`,
          );
        }
        at++;
      }
    }),
    // The very first millisecond, which a clock that was never set tells.
    { examples: [[[0], "0".repeat(19)]] },
  );
});
