import { expect, test } from "vitest";
import { withFlush } from "../src/with-flush";

/** A tracker that notes how long each flush may take, and takes `ms` for it. */
function flushing(ms = 0, fails = false) {
  const timeouts: (number | undefined)[] = [];
  return {
    timeouts,
    flush: async (options?: { readonly timeout?: number }) => {
      timeouts.push(options?.timeout);
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (fails) throw new Error("not the handler's");
    },
  };
}

const lambda = (left: number) => ({ getRemainingTimeInMillis: () => left });

test("the handler's answer comes back after a flush, whether it is a value or a promise", async () => {
  const tracker = flushing(20);
  const answer = { ok: true };
  expect(await withFlush(tracker, () => answer)()).toBe(answer);
  expect(await withFlush(tracker, async (text: string) => text)("x")).toBe("x");
  expect(tracker.timeouts).toEqual([2_000, 2_000]);
});

test("the handler's error comes back unchanged, thrown or rejected, after a flush", async () => {
  const tracker = flushing(0, true);
  const mine = new Error("mine");
  const throwing = (): never => {
    throw mine;
  };
  await expect(withFlush(tracker, throwing)()).rejects.toBe(mine);
  await expect(withFlush(tracker, async () => throwing())()).rejects.toBe(mine);
  expect(tracker.timeouts).toHaveLength(2);
});

test("a failing flush is not the handler's", async () => {
  expect(await withFlush(flushing(0, true), () => 7)()).toBe(7);
});

test("the flush takes no more than the host's bound, nor than what Lambda leaves", async () => {
  const tracker = flushing();
  await withFlush(tracker, (_event, _context) => {}, { timeout: 500 })({}, lambda(60_000));
  await withFlush(tracker, (_event, _context) => {})({}, lambda(1_000));
  await withFlush(tracker, (_event, _context) => {})({}, lambda(50));
  await withFlush(tracker, (_event, _context) => {})(null, undefined);
  const broken = {
    getRemainingTimeInMillis() {
      throw new Error("no clock");
    },
  };
  await withFlush(tracker, (_context) => {})(broken);
  expect(tracker.timeouts).toEqual([500, 800, 0, 2_000, 2_000]);
});
