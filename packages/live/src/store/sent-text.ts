import type { ArrivedEvent } from "../check/arrived-event.js";

/** An event as it was sent, in PostHog's v0 spelling, as JSON. */
export function sentText({
  event,
  distinctId,
  properties,
  timestamp,
  uuid,
  set,
}: ArrivedEvent): string {
  return jsonText({
    event,
    distinct_id: distinctId,
    properties,
    ...(timestamp === null ? {} : { timestamp }),
    ...(uuid === null ? {} : { uuid }),
    ...(set ?? {}),
  });
}

/** JSON without halves of surrogate pairs, which JavaScript bears and DuckDB does not. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes("\\ud")) return json;
  return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) =>
    found === "\\\\" ? found : "\ufffd",
  );
}
