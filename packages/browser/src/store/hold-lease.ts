import type { Release } from "./hold-lane";
import { CLAIM_MS, LEASE_MS, RENEW_MS } from "./limits";

/**
 * Holds a lane by an entry that says until when, for pages without Web Locks. Storage has no
 * compare-and-swap: a claim counts once it is still there after a moment. What two pages send in
 * spite of it has the same uuids, and PostHog keeps it once.
 */
export async function holdLease(lane: string): Promise<Release | undefined> {
  const key = `${lane}_lease`;
  const me = Math.random().toString(36).slice(2);
  const holder = (): string[] => (localStorage.getItem(key) ?? "0 ").split(" ");
  const renew = (): void => {
    try {
      localStorage.setItem(key, `${Date.now() + LEASE_MS} ${me}`);
    } catch {
      // A full storage: the lease ends sooner, and another page sends what is left of it.
    }
  };

  try {
    const left = Number(holder()[0]) - Date.now();
    // A lease that is longer than any was made by another clock.
    if (left > 0 && left <= LEASE_MS) return undefined;
    renew();
    await new Promise((done) => setTimeout(done, CLAIM_MS));
    if (holder()[1] !== me) return undefined;
  } catch {
    return undefined;
  }
  const timer = setInterval(renew, RENEW_MS);
  return () => {
    clearInterval(timer);
    try {
      if (holder()[1] === me) localStorage.removeItem(key);
    } catch {
      // It ends by itself.
    }
  };
}
