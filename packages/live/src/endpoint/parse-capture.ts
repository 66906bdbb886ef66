import type { ArrivedEvent } from "../check/arrived-event.js";
import { mostEvent } from "./limits.js";
import { Refusal } from "./refusal.js";

type Members = Readonly<Record<string, unknown>>;

/** PostHog cuts names and ids here. */
const longestId = 200;

/**
 * The events of a v0 body, which is one event, a list, or a batch with the project's key. Throws what
 * PostHog would answer.
 */
export function parseCapture(body: unknown, bytes: number, path: string): readonly ArrivedEvent[] {
  const { events, key } = listed(body);
  if (events.length === 0)
    throw new Refusal(400, "failed to parse request: request holds no event");
  let known = key;
  const arrived = events.map((event) => {
    if (!isObject(event)) throw new Refusal(400, "failed to parse request: an event is no object");
    if (bytes > mostEvent && JSON.stringify(event).length > mostEvent)
      throw new Refusal(400, "maximum event size exceeded");
    const own = keyOf(event);
    if (own !== undefined && known !== undefined && own !== known)
      throw new Refusal(401, "batch submitted with inconsistent api_key values");
    known ??= own;
    return parseEvent(event, path);
  });
  checkKey(known);
  return arrived;
}

/** Throws where a project's key is none; a wrong one nobody can tell. */
export function checkKey(key: unknown): void {
  if (key === undefined) throw new Refusal(401, "event submitted without an api_key");
  const text = typeof key === "string" ? key.trim() : "";
  const wrong =
    text === ""
      ? "empty"
      : text.length > 64
        ? "too_long"
        : // biome-ignore lint/suspicious/noControlCharactersInRegex: keys are ASCII, and this is what that means.
          /[^\x00-\x7f]/.test(text)
          ? "not_ascii"
          : text.startsWith("phx_")
            ? "personal_api_key"
            : null;
  if (wrong !== null) throw new Refusal(401, `API key is not valid: ${wrong}`);
}

function listed(body: unknown): { readonly events: readonly unknown[]; readonly key: unknown } {
  if (Array.isArray(body)) return { events: body, key: undefined };
  if (!isObject(body))
    throw new Refusal(400, "failed to parse request: neither an object nor a list");
  const key = body.api_key ?? body.token;
  if (Array.isArray(body.batch)) return { events: body.batch, key };
  if (Array.isArray(body.data)) return { events: body.data, key };
  return { events: [body], key };
}

function keyOf(event: Members): unknown {
  const properties = isObject(event.properties) ? event.properties : {};
  return event.api_key ?? event.token ?? properties.token;
}

function parseEvent(event: Members, path: string): ArrivedEvent {
  const properties = event.properties ?? {};
  if (!isObject(properties))
    throw new Refusal(400, "failed to parse request: properties is no object");
  const name = event.event ?? (path === "/engage" ? "$set" : undefined);
  if (typeof name !== "string" || name === "")
    throw new Refusal(400, "event submitted with an empty event name");
  const id =
    event.distinct_id ?? event.$distinct_id ?? properties.distinct_id ?? properties.$distinct_id;
  if (id === undefined || id === null || id === "")
    throw new Refusal(400, "event submitted without a distinct_id");
  const uuid = event.uuid ?? null;
  if (uuid !== null && !isUuid(uuid))
    throw new Refusal(400, "failed to parse request: invalid uuid");
  const set = { ...member(event, "$set"), ...member(event, "$set_once") };
  return {
    event: name,
    distinctId: (typeof id === "string" ? id : JSON.stringify(id)).slice(0, longestId),
    properties,
    timestamp: typeof event.timestamp === "string" ? event.timestamp : null,
    uuid: typeof uuid === "string" ? uuid : null,
    set: Object.keys(set).length === 0 ? null : set,
  };
}

function member(event: Members, key: string): Members {
  return isObject(event[key]) ? { [key]: event[key] } : {};
}

/** Whether a value is a uuid as PostHog takes one. */
export function isUuid(value: unknown): boolean {
  return (
    typeof value === "string" && /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(value)
  );
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
