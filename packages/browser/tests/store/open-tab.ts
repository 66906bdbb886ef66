import { localStore, type OpenPageStore } from "@dd0c/track-browser/store";
import type { FakeBrowser } from "./fake-browser";

/** A tab with a store and no delivery: what waits is an array that the test fills and empties. */
export interface Tab {
  readonly waiting: string[];
  readonly errors: string[];
  readonly counters: Parameters<OpenPageStore>[0]["counters"];
  track(...parcels: readonly string[]): void;
  /** As many of the oldest as that were sent. */
  send(count: number): readonly string[];
  hide(): void;
  /** Left, but kept by the browser: it may come back. */
  leave(): void;
  /** Comes back. */
  show(): void;
  /** Left for good. */
  end(): void;
}

/** Opens a tab of this browser. */
export function openTab(browser: FakeBrowser, name: string, max_units?: number): Tab {
  const waiting: string[] = [];
  const errors: string[] = [];
  const counters = { accepted: 0, sent: 0, retried: 0, pii_dropped: 0, dropped: {} };
  const store = browser.as(name, () =>
    localStore({ max_units })({
      project: "phc_test",
      parcels: waiting,
      counters,
      report: (_, about) => void errors.push(String(about)),
      changed() {},
    }),
  );
  const change = (): void => browser.as(name, () => store());
  return {
    waiting,
    errors,
    counters,
    track(...parcels) {
      waiting.push(...parcels);
      change();
    },
    send(count) {
      const sent = waiting.splice(0, count);
      change();
      return sent;
    },
    hide: () => browser.as(name, () => store(false)),
    leave: () => browser.as(name, () => store(true)),
    show: () => browser.show(name),
    end() {
      browser.as(name, () => store(true));
      browser.crash(name);
    },
  };
}

/** An event's JSON, as delivery would keep it. */
export function parcel(n: number, units = 0): string {
  return JSON.stringify({ event: "a.b.c", uuid: `u${n}`, properties: { text: "x".repeat(units) } });
}
