import type { ClientEvent } from "./client-plan";
import { LIMIT_KEYS } from "./limits";
import { type Platform, randomShare } from "./platform";
import type { DropReason } from "./stats";

/**
 * Lets an event pass, or says why not: the plan's sampling and limits. `value` resolves what they
 * count by: the person, or a context field, as it stands on the wire.
 */
export type Gate = (
  event: string,
  facts: ClientEvent | undefined,
  value: (by: string) => unknown,
) => DropReason | undefined;

/** A gate with its own windows. */
export function createGate(platform: Platform): Gate {
  const windows = new Map<string, { from: number; count: number }>();

  function isOver(key: string, max: number, ms: number): boolean {
    const time = platform.now();
    const current = windows.get(key);
    if (current && time >= current.from && time - current.from < ms) return ++current.count > max;
    windows.delete(key);
    // The oldest window makes room: memory stays bounded, and a fresh window is only generous.
    if (windows.size >= LIMIT_KEYS) windows.delete(windows.keys().next().value as string);
    windows.set(key, { from: time, count: 1 });
    return max < 1;
  }

  return (event, facts, value) => {
    const sample = facts?.sample;
    if (sample) {
      const share =
        sample.by === "event" ? randomShare(platform) : shareOf(`${event} ${value(sample.by)}`);
      if (share >= sample.rate) return "sampled";
    }
    const limit = facts?.limit;
    if (limit) {
      const key = limit.by === "event" ? event : `${event} ${value(limit.by)}`;
      if (isOver(key, limit.max, limit.per_seconds * 1_000)) return "limited";
    }
    return undefined;
  };
}

/** The same place in 0 ≤ x < 1 for the same text in every runtime: FNV-1a, then Murmur3's finish. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
