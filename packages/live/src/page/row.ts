import type { LiveEvent } from "../session/live-event.js";

/** An event as the page's list shows it. */
export interface Row {
  readonly seq: number;
  readonly at: number;
  readonly event: string;
  readonly verdict: LiveEvent["verdict"];
  readonly product: string | null;
  readonly tenant: string | null;
  readonly person: string;
  readonly runtime: string | null;
  readonly codes: readonly string[];
  /** The worst that is wrong with it, in a sentence. */
  readonly why: string | null;
}

/** Makes the row of an event; what is long is cut, since the list shows one line. */
export function rowOf({
  seq,
  at,
  arrived,
  verdict,
  product,
  tenant,
  runtime,
  violations,
}: LiveEvent): Row {
  return {
    seq,
    at,
    event: arrived.event.slice(0, 200),
    verdict,
    product: product?.slice(0, 60) ?? null,
    tenant: tenant?.slice(0, 80) ?? null,
    person: arrived.distinctId.slice(0, 80),
    runtime: runtime?.slice(0, 40) ?? null,
    codes: [...new Set(violations.map(({ code }) => code))],
    why: violations[0]?.message ?? null,
  };
}
