import type { Platform } from "../platform";
import type { Batch, Protocol, Verdict } from "./protocol";
import { createEventWriter } from "./write-event";

/**
 * PostHog's capture protocol v1: the key in a header, a request id that stays over all attempts,
 * and an answer for each event: only `retry` is sent again, `drop` and `limited` are not taken.
 */
export function protocolV1(
  apiKey: string,
  lib: { readonly name: string; readonly version: string },
  platform: Platform,
  guard?: (json: string) => string,
  isHistorical = false,
): Protocol {
  const historical = isHistorical ? '"historical_migration":true,' : "";
  const write = createEventWriter(guard);
  const ids = new WeakMap<object, string>();
  const idOf = (batch: Batch): string => {
    const known = ids.get(batch.origin);
    if (known) return known;
    const id = platform.uuid();
    ids.set(batch.origin, id);
    return id;
  };
  const isoNow = () => new Date(platform.now()).toISOString();

  return {
    path: "/i/v1/analytics/events",
    serialise(event) {
      const { $process_person_profile: person, ...properties } = event.properties;
      // As PostHog's own SDKs do it: there even when nothing in it is set.
      return person === undefined
        ? write(event, '"options":{},')
        : write(
            { ...event, properties },
            `"options":{"process_person_profile":${person === true}},`,
          );
    },
    body: (parcels) => ({
      head: `{"created_at":"${isoNow()}",${historical}"batch":[`,
      parcels,
      tail: "]}",
    }),
    headers: (batch) => ({
      Authorization: `Bearer ${apiKey}`,
      "PostHog-Sdk-Info": `${lib.name}/${lib.version}`,
      "PostHog-Attempt": String(batch.attempt),
      "PostHog-Request-Id": idOf(batch),
      "PostHog-Request-Timestamp": isoNow(),
    }),
    isTelling: () => true,
    verdicts: ({ body = "" }) => verdictsIn(body),
  };
}

/** What v1 says of one event; words that are newer than this mean that it was taken. */
interface Result {
  readonly result?: string;
  /** Why, as `exceptions_over_quota` or `billing_limit_exceeded`. */
  readonly details?: string;
}

function verdictOf({ result, details }: Result): Verdict | undefined {
  if (result === "retry") return result;
  if (result !== "drop" && result !== "limited") return undefined;
  // Too many of one person: the event was taken, the person's profile was not touched.
  if (details === "person_processing_disabled") return undefined;
  return /quota|billing/.test(`${details}`) ? "over_quota" : result;
}

function verdictsIn(body: string): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  try {
    const { results } = JSON.parse(body) as { results?: Record<string, Result> };
    for (const [uuid, result] of Object.entries(results ?? {})) {
      const verdict = verdictOf(result);
      if (verdict) verdicts.set(uuid, verdict);
    }
  } catch {
    // An answer that nobody can read is PostHog's 200 all the same.
  }
  return verdicts;
}
