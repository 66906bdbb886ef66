import type { IncomingHttpHeaders } from "node:http";
import type { ArrivedEvent } from "../check/arrived-event.js";
import { nobodysIds } from "../check/posthog-names.js";
import { checkKey, isObject, isUuid } from "./parse-capture.js";
import { Refusal } from "./refusal.js";

/** PostHog's bound of names and ids. */
const longest = 200;

/** What v1 answers for each event of a batch. */
export interface V1Result {
  readonly result: "ok" | "drop";
  readonly details?: string;
}

/** A v1 batch: the events to take, and what is answered for each uuid. */
export interface V1Batch {
  readonly events: readonly ArrivedEvent[];
  readonly results: Readonly<Record<string, V1Result>>;
}

/** Reads a batch of `/i/v1/analytics/events`: a wrong event is dropped by itself, and the others are taken. */
export function parseV1(body: unknown, headers: IncomingHttpHeaders): V1Batch {
  const [, key] = /^Bearer\s+(.*)$/i.exec(headers.authorization ?? "") ?? [];
  if (key === undefined) throw new Refusal(401, "no Authorization: Bearer <project key>");
  checkKey(key);
  if (!isObject(body) || !Array.isArray(body.batch))
    throw new Refusal(400, "the body has no batch");
  if (body.batch.length === 0) throw new Refusal(400, "the batch is empty");
  const events: ArrivedEvent[] = [];
  const results = new Map<string, V1Result>();
  for (const event of body.batch as readonly unknown[]) {
    if (!isObject(event) || !isUuid(event.uuid)) throw new Refusal(400, "an event has no uuid");
    const uuid = String(event.uuid);
    const wrong = whyDropped(event);
    results.set(uuid, wrong === null ? { result: "ok" } : { result: "drop", details: wrong });
    if (wrong !== null) continue;
    events.push({
      event: String(event.event),
      distinctId: String(event.distinct_id),
      properties: isObject(event.properties) ? event.properties : {},
      timestamp: typeof event.timestamp === "string" ? event.timestamp : null,
      uuid,
      set: null,
    });
  }
  return { events, results: Object.fromEntries(results) };
}

function whyDropped(event: Readonly<Record<string, unknown>>): string | null {
  const { event: name, distinct_id: id, timestamp, properties } = event;
  if (typeof name !== "string" || name === "") return "empty_event_name";
  if (name.length > longest) return "event_name_too_long";
  if (typeof id !== "string" || id === "") return "missing_distinct_id";
  if (id.length > longest) return "distinct_id_too_long";
  if (nobodysIds.has(id.trim().toLowerCase())) return "illegal_distinct_id";
  if (typeof timestamp !== "string" || Number.isNaN(Date.parse(timestamp)))
    return "invalid_timestamp";
  return properties === undefined || isObject(properties) ? null : "invalid_properties";
}
