import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type FakeBrowser, openFakeBrowser } from "./fake-browser";
import { openTab, parcel, type Tab } from "./open-tab";

/** What may happen to tab `at` (of those open); `idle` lets all of them write and take over. */
type Step =
  | { readonly kind: "track"; readonly at: number; readonly units: number }
  | { readonly kind: "send"; readonly at: number; readonly count: number }
  | { readonly kind: "open" | "idle" }
  | { readonly kind: "end" | "crash" | "hide" | "back"; readonly at: number };

const at = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("track" as const), at, units: fc.nat(30_000) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("send" as const), at, count: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("open" as const, "idle" as const) }) },
  fc.record({
    kind: fc.constantFrom("end" as const, "crash" as const, "hide" as const, "back" as const),
    at,
  }),
);

let browser: FakeBrowser;
afterEach(() => browser.close());

test("whatever tabs do, each event is sent once, but for what a crash takes before it is written", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      browser = openFakeBrowser();
      const tabs: { name: string; tab: Tab }[] = [];
      const sent: string[] = [];
      /** Tracked by a tab that has not been idle since: a crash may take it. */
      const fresh = new Map<string, Set<string>>();
      const lost = new Set<string>();
      let made = 0;
      let opened = 0;
      const open = (): void => {
        const name = `tab${opened++}`;
        tabs.push({ name, tab: openTab(browser, name) });
        fresh.set(name, new Set());
      };
      open();
      for (const now of steps) {
        if (now.kind === "open") open();
        if (now.kind === "idle") {
          await browser.settle();
          for (const names of fresh.values()) names.clear();
        }
        if (!("at" in now)) continue;
        const index = now.at % Math.max(1, tabs.length);
        const on = tabs[index];
        if (!on) continue;
        const mine = fresh.get(on.name);
        if (now.kind === "track") {
          const next = parcel(made++, now.units);
          on.tab.track(next);
          mine?.add(next);
        }
        if (now.kind === "send") {
          sent.push(...on.tab.send(now.count));
          // A crash before the next idle moment would send them again, under their uuids.
          on.tab.hide();
          mine?.clear();
        }
        if (now.kind === "hide") {
          on.tab.hide();
          mine?.clear();
        }
        if (now.kind === "back") {
          on.tab.leave();
          on.tab.show();
          mine?.clear();
        }
        if (now.kind === "end") on.tab.end();
        if (now.kind === "crash") {
          for (const parcel of mine ?? []) lost.add(parcel);
          browser.crash(on.name);
        }
        if (now.kind === "end" || now.kind === "crash") tabs.splice(index, 1);
      }
      for (const { tab } of tabs) tab.end();
      await browser.settle();
      const last = openTab(browser, "last");
      await browser.settle();
      sent.push(...last.send(last.waiting.length));
      await browser.settle();

      expect(new Set(sent).size).toBe(sent.length);
      const missing = Array.from({ length: made }, (_, n) => `"u${n}"`).filter(
        (uuid) =>
          !sent.some((text) => text.includes(uuid)) &&
          ![...lost].some((text) => text.includes(uuid)),
      );
      expect(missing).toEqual([]);
      expect(browser.storage.size).toBe(0);
      browser.close();
    }),
    { numRuns: 150 },
  );
}, 30_000);
