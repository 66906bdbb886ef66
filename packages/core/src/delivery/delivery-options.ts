import * as limits from "../limits";

/**
 * What a full queue gives up, counted either way: `drop_newest` refuses what comes (`queue_full`),
 * `drop_oldest` makes room by what has waited longest (`displaced`), but for what is under way.
 */
export type Overflow = "drop_newest" | "drop_oldest";

/** What a host may choose about delivery; each has its default in `limits.ts`. */
export interface DeliveryOptions {
  /** Events that start a batch at once; while a request is under way, `max_batch_events` do. */
  readonly flush_at?: number | undefined;
  /** How long an event waits for company, in ms; at most 50 after as long a time without any. */
  readonly flush_interval?: number | undefined;
  readonly max_queue_events?: number | undefined;
  readonly max_queue_bytes?: number | undefined;
  /** Which events go when the queue is full; those that come (`drop_newest`) unless given. */
  readonly overflow?: Overflow | undefined;
  readonly max_batch_events?: number | undefined;
  readonly max_batch_bytes?: number | undefined;
  /** How often a request that failed is made again before its events are given up; without end unless given. */
  readonly max_retries?: number | undefined;
}

/** Every choice made. Counts are whole and 1 or more. */
export type DeliveryChoices = {
  readonly [Name in keyof DeliveryOptions]-?: NonNullable<DeliveryOptions[Name]>;
};

/**
 * Makes the choices that the host left open. What is no number from 0 on, as `Number(undefined)`
 * is none, counts as left open, and `wrong` is told.
 */
export function chooseDelivery(
  options: DeliveryOptions,
  wrong: (about: string) => void,
): DeliveryChoices {
  const number = (name: Exclude<keyof DeliveryOptions, "overflow">, otherwise: number): number => {
    const given = Number(options[name] ?? otherwise);
    if (given >= 0) return given;
    wrong(`${name} is no number from 0 on, ${otherwise} is taken`);
    return otherwise;
  };
  const count = (...given: Parameters<typeof number>): number =>
    Math.max(1, Math.floor(number(...given)));

  const flush_at = count("flush_at", limits.FLUSH_AT);
  const max_batch_events = count("max_batch_events", Math.max(limits.BATCH_EVENTS, flush_at));
  return {
    // A full batch is enough in any case.
    flush_at: Math.min(flush_at, max_batch_events),
    flush_interval: number("flush_interval", limits.FLUSH_INTERVAL_MS),
    max_batch_events,
    max_batch_bytes: number("max_batch_bytes", limits.BATCH_BYTES),
    max_queue_events: number("max_queue_events", limits.QUEUE_EVENTS),
    max_queue_bytes: number("max_queue_bytes", limits.QUEUE_BYTES),
    overflow: options.overflow ?? "drop_newest",
    max_retries: number("max_retries", Number.POSITIVE_INFINITY),
  };
}
