import type { DropReason, Stats } from "@dd0c/track-core";

/** One figure of `Stats` as monitoring tools know figures. */
export interface Metric {
  /** In words; each tool joins them its own way. */
  readonly words: readonly [string, ...string[]];
  /** A counter only grows; a gauge is what is so now. */
  readonly is: "counter" | "gauge";
  /** What is counted. */
  readonly of: "events" | "values" | "bytes";
  readonly help: string;
}

/** Every figure of `Stats`: a new one does not compile until it has a line here. */
export const METRICS: Readonly<Record<keyof Stats, Metric>> = {
  accepted: counter(["events", "accepted"], "Events taken for delivery."),
  sent: counter(["events", "sent"], "Events that PostHog has taken."),
  retried: counter(["events", "retried"], "Events sent again after a failure."),
  dropped: counter(["events", "dropped"], "Events that were not sent, by reason."),
  pii_dropped: {
    words: ["pii", "values", "dropped"],
    is: "counter",
    of: "values",
    help: "PII values that could not or must not travel.",
  },
  unplanned_properties: {
    words: ["properties", "unplanned"],
    is: "counter",
    of: "values",
    help: "Properties left out because the plan does not have them.",
  },
  masked: {
    words: ["values", "masked"],
    is: "counter",
    of: "values",
    help: "E-mail addresses and other shapes that the guard has masked.",
  },
  queued: gauge(["events", "queued"], "events", "Events that wait."),
  in_flight: gauge(["events", "in_flight"], "events", "Events in requests under way."),
  bytes: gauge(["queue", "bytes"], "bytes", "Bytes of JSON in memory that wait or are under way."),
  recovered: counter(["events", "recovered"], "Events taken over from processes that ended."),
  unspooled: counter(["events", "unspooled"], "Events accepted that are not on disk."),
  damaged: {
    words: ["spool", "stretches", "damaged"],
    is: "counter",
    of: "values",
    help: "Torn or corrupted stretches of the spool.",
  },
  spool_bytes: gauge(["spool", "bytes"], "bytes", "Bytes of events on disk."),
};

/** Every reason at zero, so that a rate over its first occurrence can be told. */
const NONE: Readonly<Record<DropReason, 0>> = {
  sampled: 0,
  limited: 0,
  opted_out: 0,
  disabled: 0,
  closed: 0,
  missing_context: 0,
  unserialisable: 0,
  queue_full: 0,
  displaced: 0,
  too_large: 0,
  rejected: 0,
  over_quota: 0,
  failed: 0,
};

/** The names of all figures, in the order of the table. */
export const FIGURES: readonly (keyof Stats)[] = Object.keys(METRICS) as (keyof Stats)[];

/** A figure's values, each with the reason that it is counted under, if it is. */
export function valuesOf(
  stats: Stats,
  figure: keyof Stats,
): readonly (readonly [value: number, reason?: string])[] {
  const value = stats[figure];
  if (value === undefined) return [];
  if (typeof value === "number") return [[value]];
  return Object.entries({ ...NONE, ...value }).map(([reason, events]) => [events, reason]);
}

function counter(words: Metric["words"], help: string): Metric {
  return { words, is: "counter", of: "events", help };
}

function gauge(words: Metric["words"], of: Metric["of"], help: string): Metric {
  return { words, is: "gauge", of, help };
}
