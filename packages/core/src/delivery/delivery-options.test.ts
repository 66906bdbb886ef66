import { expect, test } from "vitest";
import { startDelivery } from "../../tests/start-delivery";
import { chooseDelivery, type DeliveryOptions } from "./delivery-options";

function choose(options: DeliveryOptions) {
  const wrong: string[] = [];
  return { ...chooseDelivery(options, (about) => void wrong.push(about)), wrong };
}

test("what is left open, and what is no number, is as limits.ts has it; the latter is told", () => {
  const open = choose({});
  expect(open).toMatchObject({ flush_at: 100, flush_interval: 3_000, max_batch_events: 500 });
  expect(open.wrong).toEqual([]);
  const given = { flush_at: Number.NaN, max_queue_bytes: -1, flush_interval: undefined };
  const { wrong, ...chosen } = choose(given);
  expect({ ...chosen, wrong: [] }).toEqual(open);
  expect(wrong).toEqual([
    "flush_at is no number from 0 on, 100 is taken",
    "max_queue_bytes is no number from 0 on, 64000000 is taken",
  ]);
});

test("counts are whole and one at least; a batch holds what starts it, unless told otherwise", () => {
  expect(choose({ flush_at: 0, max_batch_events: 0.5 })).toMatchObject({
    flush_at: 1,
    max_batch_events: 1,
  });
  expect(choose({ flush_at: 2_000 })).toMatchObject({ flush_at: 2_000, max_batch_events: 2_000 });
  expect(choose({ flush_at: 10, max_batch_events: 3 }).flush_at).toBe(3);
  expect(choose({ flush_at: Number.POSITIVE_INFINITY }).flush_at).toBe(Number.POSITIVE_INFINITY);
});

test.each([Number.NaN, 0, -1])("no request is empty with counts of %s", async (count) => {
  const options = { flush_at: count, max_batch_events: count, flush_interval: count };
  const { track, sent, pass, errors } = startDelivery(options);
  track(3);
  pass(3_000);
  for (let n = 0; n < sent.length; n++) await sent[n]?.answer({ status: 200 });
  expect(sent.flatMap(({ uuids }) => uuids)).toEqual(["000", "001", "002"]);
  for (const { uuids } of sent) expect(uuids).not.toEqual([]);
  expect(errors.length > 0).toBe(count !== 0);
});
