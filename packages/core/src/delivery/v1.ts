import type { Platform } from "../platform";
import type { Batch, Protocol } from "./protocol";
import { createEventWriter } from "./write-event";

/**
 * PostHog's capture protocol v1: the key in a header, a request id that stays over all attempts,
 * and an answer for each event, of which only `retry` is sent again.
 */
export function protocolV1(
  apiKey: string,
  lib: { readonly name: string; readonly version: string },
  platform: Platform,
  guard?: (json: string) => string,
): Protocol {
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
      return person === undefined
        ? write(event)
        : write(
            { ...event, properties },
            `"options":{"process_person_profile":${person === true}},`,
          );
    },
    body: (parcels) => ({ head: `{"created_at":"${isoNow()}","batch":[`, parcels, tail: "]}" }),
    headers: (batch) => ({
      Authorization: `Bearer ${apiKey}`,
      "PostHog-Sdk-Info": `${lib.name}/${lib.version}`,
      "PostHog-Attempt": String(batch.attempt),
      "PostHog-Request-Id": idOf(batch),
      "PostHog-Request-Timestamp": isoNow(),
    }),
    again: ({ body }) => new Set(wantedAgain(body ?? "")),
  };
}

function wantedAgain(body: string): string[] {
  try {
    const { results } = JSON.parse(body) as { results?: Record<string, { result?: string }> };
    return Object.keys(results ?? {}).filter((uuid) => results?.[uuid]?.result === "retry");
  } catch {
    return [];
  }
}
