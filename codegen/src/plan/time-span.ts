import type { TimeSpan } from "./resolved-plan.js";

const seconds: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/** The longest span that means anything: what is longer is the same as for ever. */
const mostSeconds = 1_000_000 * 86_400;

/** `24h` → the text and its seconds. */
export function resolveTimeSpan(text: string): TimeSpan {
  const [, count = "0", unit = "s"] = /^(\d+)(\D+)$/.exec(text) ?? [];
  return { text, seconds: Math.min(Number(count) * (seconds[unit] ?? 1), mostSeconds) };
}
