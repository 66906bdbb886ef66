import type { StampedEvent } from "../stamp";

/** Event names whose JSON is kept; a plan has hundreds, and only misuse makes more. */
const NAMES = 4_096;

/**
 * Writes events as JSON, in PostHog's v0 spelling with `more` root members after the name. Names
 * and contexts come again and again, so their JSON is made once; what is left to write for an event
 * is little more than its own properties. `guard` sees the JSON of all that is not an id.
 */
export function createEventWriter(
  guard: (json: string) => string = (json) => json,
): (event: StampedEvent, more?: string) => string {
  const contexts = new WeakMap<object, string>();
  const names = new Map<string, string>();
  let lastId: string | undefined;
  let lastIdJson = "";
  let lastContext: object | undefined;
  let lastContextJson = "";

  function nameOf(event: string): string {
    const known = names.get(event);
    if (known !== undefined) return known;
    const json = JSON.stringify(event);
    if (names.size >= NAMES) names.clear();
    names.set(event, json);
    return json;
  }

  /** The context without its opening brace: it closes the event's own properties. */
  function contextOf(context: object): string {
    const known = contexts.get(context);
    if (known !== undefined) return known;
    const json = guard(stringify(context)).slice(1);
    contexts.set(context, json);
    return json;
  }

  return ({ event, distinct_id, properties, context, timestamp, uuid }, more = "") => {
    if (distinct_id !== lastId) lastIdJson = JSON.stringify(distinct_id);
    lastId = distinct_id;
    const own = guard(stringify(properties));
    if (context !== lastContext) lastContextJson = contextOf(context);
    lastContext = context;
    const rest = lastContextJson;
    const start = own === "{}" || rest === "}" ? own.slice(0, -1) : `${own.slice(0, -1)},`;
    return `{"event":${nameOf(event)},"distinct_id":${lastIdJson},${more}"properties":${start}${rest},"timestamp":"${timestamp}","uuid":"${uuid}"}`;
  };
}

/**
 * The uuid of an event as it is written here: it stands last. As a piece of the JSON it costs a
 * waiting event 30 bytes; as it was put together it would cost 270.
 */
export function uuidIn(json: string): string {
  return json.slice(-38, -2);
}

/** JSON, a bigint as the number that it is to its writer; what JSON cannot say at all still throws. */
function stringify(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(value, (_, member) =>
      typeof member === "bigint" ? Number(member) : member,
    );
  }
}
