import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { createTrackPath } from "./track-path";

interface Path {
  (...given: unknown[]): Path;
  readonly [word: string]: Path;
}
const start = () => {
  const record = vi.fn();
  return { record, track: createTrackPath(record) as Path };
};

test.each([
  "cost.anomaly.alerted",
  "a",
  "name",
  "length.call.apply",
  "prototype.constructor",
  "a-b.c d",
])("records %s by path and by name", (event) => {
  const { record, track } = start();
  const call = { tenant_id: "t1" };
  event.split(".").reduce((step, word) => step[word] as Path, track)({ n: 1 }, call);
  (track(event) as Path)({ n: 2 }, call);
  expect(record.mock.calls).toEqual([
    [event, { n: 1 }, call],
    [event, { n: 2 }, call],
  ]);
});

test("keeps the steps that it made", () => {
  const { track } = start();
  expect(track.cost?.anomaly).toBe(track.cost?.anomaly);
  expect(track.cost).not.toBe(track.run);
});

test("a detached function keeps its name", () => {
  const { record, track } = start();
  const alerted = track.cost?.anomaly?.alerted;
  alerted?.({ n: 1 });
  expect(record).toHaveBeenCalledWith("cost.anomaly.alerted", { n: 1 }, undefined);
});

test("printing, awaiting and serialising record nothing", async () => {
  const { record, track } = start();
  const step = track.cost?.anomaly;
  expect(String(step)).toBe("cost.anomaly");
  // biome-ignore lint/style/useTemplate: the point is what `+` does with it.
  expect((step as unknown as string) + "").toBe("cost.anomaly");
  expect(JSON.stringify({ step })).toBe("{}");
  expect(inspect(step)).toContain("Function");
  expect(await step).toBe(step);
  expect(record).not.toHaveBeenCalled();
});
