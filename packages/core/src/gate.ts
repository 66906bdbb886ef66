import type { ClientEvent, LimitFact } from "./client-plan";
import { LIMIT_KEYS } from "./limits";
import type { DropReason } from "./stats";

/**
 * Lets an event pass, or says why not: the plan's sampling and limits. `value` resolves what they
 * count by: the person, or a context field, as it stands on the wire.
 */
export type Gate = (
  event: string,
  facts: ClientEvent,
  value: (by: string) => unknown,
) => DropReason | undefined;

/** A gate with its own windows. */
export function createGate(now: () => number): Gate {
  const windows = new Map<string, { from: number; count: number }>();

  function isOver(key: string, { max, per_seconds }: LimitFact): boolean {
    const time = now();
    let window = windows.get(key);
    if (!window || time < window.from || time - window.from >= per_seconds * 1_000) {
      // Memory stays bounded; a fresh window is only generous.
      if (windows.size >= LIMIT_KEYS) windows.clear();
      window = { from: time, count: 0 };
      windows.set(key, window);
    }
    return ++window.count > max;
  }

  return (event, { sample, limit }, value) => {
    const keyBy = (by: string) => (by === "event" ? event : `${event} ${value(by)}`);
    if (sample) {
      const share = sample.by === "event" ? Math.random() : shareOf(keyBy(sample.by));
      if (share >= sample.rate) return "sampled";
    }
    if (limit && isOver(keyBy(limit.by), limit)) return "limited";
    return undefined;
  };
}

/** The same place in 0 ≤ x < 1 for the same text in every runtime: FNV-1a, then Murmur3's mixing. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
