import fc from "fast-check";
import { expect, test } from "vitest";
import { IDLE_MS, SAVE_MS, SESSION_MS } from "../../src/page/limits";
import { createSessionClock, type Session, type SessionClock } from "../../src/page/session-clock";

const START = 1_790_000_000_000;
const entry = { url: "https://app.example.com/", referrer: "", campaign: "" };
let made = 0;

/** A uuid v7 of an instant; later ones are greater, also within a millisecond. */
function idAt(now: number): string {
  const time = now.toString(16).padStart(12, "0");
  const number = (++made).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number}`;
}

/** Tabs of one site; `settle` runs what they put off. */
function openSite(tabs: number, hasStorage = true) {
  let kept: string | undefined;
  const site = { writes: 0 };
  const put: (() => void)[] = [];
  const clocks: SessionClock[] = Array.from({ length: tabs }, () =>
    createSessionClock({
      read: () => (kept === undefined ? undefined : (JSON.parse(kept) as Session)),
      write(session) {
        site.writes++;
        if (hasStorage) kept = session && JSON.stringify(session);
      },
      later: (run) => void put.push(run),
      begin: (now) => ({ id: idAt(now), seen: now, entry }),
    }),
  );
  const settle = (): void => {
    for (const run of put.splice(0)) run();
  };
  return { clocks, site, settle };
}

const MINUTE = 60_000;
/** Waits around every limit, in ms. */
const wait = fc.oneof(
  fc.integer({ min: 0, max: 2 * MINUTE }),
  fc.constantFrom(IDLE_MS - 1, IDLE_MS, IDLE_MS + 1, SESSION_MS, -IDLE_MS, -IDLE_MS - 1, -1),
  fc.integer({ min: IDLE_MS - MINUTE, max: IDLE_MS + MINUTE }),
);

test("one tab: a session goes on within half an hour and a day, else another begins", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(wait, fc.boolean()), { maxLength: 200 }), (steps) => {
      const { clocks, settle } = openSite(1);
      const [clock] = clocks as [SessionClock];
      let now = START;
      let model: { id: string; seen: number; began: number } | undefined;
      for (const [ms, isReset] of steps) {
        now += ms;
        if (isReset && ms % 7 === 0) {
          clock.end();
          model = undefined;
        }
        const { id } = clock.touch(now);
        if (ms % 2) settle();
        const isSame =
          model &&
          Math.abs(now - model.seen) <= IDLE_MS &&
          Math.abs(now - model.began) <= SESSION_MS;
        if (model && isSame) expect(id).toBe(model.id);
        else expect(id).not.toBe(model?.id);
        model = isSame && model ? { ...model, seen: now } : { id, seen: now, began: now };
      }
    }),
  );
});

test("several tabs agree once each has saved, however they take turns", () => {
  const step = fc.record({
    tab: fc.integer({ min: 0, max: 2 }),
    ms: fc.integer({ min: 0, max: MINUTE }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 100 }), (steps) => {
      const { clocks, settle } = openSite(3);
      let now = START;
      const seen = new Set<string>();
      for (const { tab, ms } of steps) {
        now += ms;
        seen.add(clocks[tab]?.touch(now).id ?? "");
        settle();
      }
      // What was put off has always run before the next: all three are one visit.
      expect(seen.size).toBe(1);
    }),
  );
});

test("tabs that began one in the same moment agree on the newer by the next save", () => {
  const { clocks, settle } = openSite(2);
  const [a, b] = clocks as [SessionClock, SessionClock];
  const ids = [a.touch(START).id, b.touch(START).id];
  expect(ids[0]).not.toBe(ids[1]);
  settle();
  for (const clock of [a, b]) clock.touch(START + SAVE_MS);
  settle();
  expect([a, b].map((clock) => clock.touch(START + SAVE_MS + 1).id)).toEqual([ids[1], ids[1]]);
});

test("a tab that slept finds the session that another has kept alive", () => {
  const { clocks, settle } = openSite(2);
  const [a, b] = clocks as [SessionClock, SessionClock];
  const { id } = a.touch(START);
  settle();
  for (let now = START; now < START + 2 * IDLE_MS; now += MINUTE) {
    expect(b.touch(now).id).toBe(id);
    settle();
  }
  expect(a.touch(START + 2 * IDLE_MS).id).toBe(id);
});

test("after a logout a new session begins, and the other tabs follow; the old one does not come back", () => {
  const { clocks, settle } = openSite(2);
  const [a, b] = clocks as [SessionClock, SessionClock];
  const { id } = a.touch(START);
  settle();
  expect(b.touch(START).id).toBe(id);
  a.end();
  // The other tab writes the old one again before this one tracks.
  b.save();
  const next = a.touch(START + 1_000).id;
  expect(next).not.toBe(id);
  settle();
  b.touch(START + SAVE_MS);
  settle();
  expect([a, b].map((clock) => clock.touch(START + SAVE_MS).id)).toEqual([next, next]);
});

test("a call writes nothing; ten minutes of it are written ten times", () => {
  const { clocks, site, settle } = openSite(1);
  let inCalls = 0;
  for (let now = START; now < START + 10 * MINUTE; now += 100) {
    const before = site.writes;
    clocks[0]?.touch(now);
    inCalls += site.writes - before;
    settle();
  }
  expect(inCalls).toBe(0);
  expect(site.writes).toBe(10);
});

test("where storage is refused, a session lives in its page", () => {
  const { clocks, settle } = openSite(2, false);
  const [a, b] = clocks as [SessionClock, SessionClock];
  const { id } = a.touch(START);
  settle();
  expect(a.touch(START + IDLE_MS).id).toBe(id);
  expect(b.touch(START + IDLE_MS).id).not.toBe(id);
});
