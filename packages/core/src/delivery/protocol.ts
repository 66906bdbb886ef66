import type { StampedEvent } from "../stamp";
import type { Body } from "./body";
import type { Parcel } from "./queue";
import type { Reply } from "./reply";

/** Parcels that travel together, over all their attempts. */
export interface Batch {
  readonly parcels: readonly Parcel[];
  /** The attempt that is under way or comes next, from 1. */
  readonly attempt: number;
  /** The same object over all attempts. */
  readonly origin: object;
  /** How many batches had passed when this one was made. */
  readonly passed: number;
}

/** What a successful reply may say of one event other than that it was taken. */
export type Verdict = "retry" | "drop" | "limited" | "over_quota";

/** One of PostHog's ways to be told about events. */
export interface Protocol {
  /** The path under the host, with its leading slash. */
  readonly path: string;
  /** One event's JSON; its uuid stands last. */
  serialise(event: StampedEvent): string;
  /** The body of a request with these parcels. */
  body(parcels: readonly Parcel[]): Body;
  headers?(batch: Batch): Readonly<Record<string, string>>;
  /** Whether an answer of so many bytes (NaN: nobody knows) is worth waiting for, its status being known. */
  isTelling(bytes: number): boolean;
  /** What a successful reply says of single events, by uuid; those that it says nothing of are taken. */
  verdicts(reply: Reply, parcels: readonly Parcel[]): ReadonlyMap<string, Verdict> | undefined;
}
