import fc from "fast-check";
import { expect, test } from "vitest";
import { createQueue, type Parcel } from "./queue";

/** What may be done to a queue: push an event of so many bytes, or take so many of so many bytes. */
const step = fc.oneof(
  fc.record({ push: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ count: fc.integer({ min: 0, max: 12 }), bytes: fc.nat(200) }),
);

test("a queue is a list from whose front as much is taken as fits, but always one", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const queue = createQueue();
      let model: Parcel[] = [];
      let serial = 0;
      for (const one of steps) {
        if ("push" in one) {
          const parcel = { uuid: `${serial++}`, json: "", bytes: one.push };
          queue.push(parcel);
          model.push(parcel);
        } else {
          const fits = (count: number): boolean =>
            model.slice(0, count).reduce((sum, { bytes }) => sum + bytes, 0) <= one.bytes;
          let count = Math.min(1, one.count, model.length);
          while (count < Math.min(one.count, model.length) && fits(count + 1)) count++;
          expect(queue.take(one.count, one.bytes)).toEqual(model.slice(0, count));
          model = model.slice(count);
        }
        expect(queue.length()).toBe(model.length);
        expect(queue.bytes()).toBe(model.reduce((sum, { bytes }) => sum + bytes, 0));
      }
    }),
  );
});
