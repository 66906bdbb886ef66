import { AsyncLocalStorage } from "node:async_hooks";
import { vi } from "vitest";

/** One site's storage and locks, seen from the tab that is on. */
export interface FakeBrowser {
  /** Entries of localStorage. */
  readonly storage: Map<string, string>;
  /** Units that localStorage takes; a write beyond it throws, as in a browser. */
  quota: number;
  isDenied: boolean;
  /** Runs what a tab does as that tab, so that what it asks for is its own. */
  as<T>(tab: string, act: () => T): T;
  /** Lets all idle callbacks, timers and lock grants happen. */
  settle(): Promise<void>;
  /** The tab comes back out of the cache for the way back. */
  show(tab: string): void;
  /** The tab's process is gone: its locks are free and nothing of it runs any more. */
  crash(tab: string): void;
  close(): void;
}

/** Stands in for a browser's globals. `hasLocks` is false on insecure origins. */
export function openFakeBrowser({ hasLocks = true } = {}): FakeBrowser {
  vi.useFakeTimers();
  const storage = new Map<string, string>();
  const locks = new Map<string, { readonly tab: string; readonly free: () => void }>();
  const gone = new Set<string>();
  const shows = new Map<string, () => void>();
  /** The tab that runs, in what it awaits too. */
  const tab = new AsyncLocalStorage<string>();

  const read = (): Map<string, string> => {
    if (browser.isDenied) throw new DOMException("denied", "SecurityError");
    return storage;
  };
  const methods = {
    getItem: (key: string) => read().get(key) ?? null,
    removeItem: (key: string) => read().delete(key),
    setItem(key: string, value: string) {
      let units = key.length + value.length - (storage.get(key)?.length ?? -key.length);
      for (const [other, text] of read()) units += other.length + text.length;
      if (units > browser.quota) throw new DOMException("full", "QuotaExceededError");
      storage.set(key, value);
    },
  };
  const localStorage = new Proxy(methods, {
    ownKeys: () => [...read().keys()],
    getOwnPropertyDescriptor: (_, key) =>
      storage.has(String(key)) ? { enumerable: true, configurable: true } : undefined,
  });
  // A callback of a tab that is gone never runs.
  const later =
    (set: (run: () => void, ms: number) => unknown) =>
    (run: () => void, ms = 0) => {
      const mine = tab.getStore() ?? "";
      return set(() => {
        if (!gone.has(mine)) browser.as(mine, run);
      }, ms);
    };
  const realTimeout = globalThis.setTimeout;
  const realInterval = globalThis.setInterval;
  vi.stubGlobal("setTimeout", later(realTimeout as never));
  vi.stubGlobal("setInterval", later(realInterval as never));
  vi.stubGlobal("localStorage", localStorage);
  vi.stubGlobal("addEventListener", (type: string, run: () => void) => {
    if (type === "pageshow") shows.set(tab.getStore() ?? "", run);
  });
  vi.stubGlobal("document", { addEventListener() {} });
  const request = async (
    name: string,
    _: object,
    run: (lock: object | null) => Promise<void> | undefined,
  ): Promise<void> => {
    const mine = tab.getStore() ?? "";
    const isFree = !locks.has(name);
    if (isFree) locks.set(name, { tab: mine, free: () => {} });
    await Promise.resolve();
    if (gone.has(mine)) return;
    await browser.as(mine, () => run(isFree ? {} : null));
    if (isFree && locks.get(name)?.tab === mine) locks.delete(name);
  };
  vi.stubGlobal("navigator", { onLine: true, locks: hasLocks ? { request } : undefined });

  const browser: FakeBrowser = {
    storage,
    quota: 5_000_000,
    isDenied: false,
    as: (who, act) => tab.run(who, act),
    settle: async () => void (await vi.advanceTimersByTimeAsync(500)),
    show: (who) => tab.run(who, () => shows.get(who)?.()),
    crash(who) {
      gone.add(who);
      for (const [name, lock] of locks) if (lock.tab === who) locks.delete(name);
    },
    close() {
      vi.unstubAllGlobals();
      vi.useRealTimers();
    },
  };
  return browser;
}
