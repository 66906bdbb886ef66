import type { TrackErrorCode } from "../report";

/** What each error means and what to do, for people who read a server's log. */
const EXPLANATIONS: Readonly<Record<TrackErrorCode, (about: string) => string>> = {
  setup: (about) => `${about}.`,
  hash_key: (about) => `hashKey: ${about}. PII properties are dropped until it is mended.`,
  pii_dropped: (about) =>
    `A value of PII class ${about} could not be hashed and was dropped. Give createTracker a hashKey, and pass text or a number.`,
  unplanned_property: (about) =>
    `${about} is not in the plan and was left out. Add the property to the plan, or stop sending it.`,
  masked: (about) =>
    `The guard has masked a value (${about}). Plan the property as PII, or list it (an id as distinct_id) under guard.allow.`,
  missing_context: (about) =>
    `An event came without its required context (${about}) and was dropped. Pass it in the call or bind it.`,
  unserialisable: (about) =>
    `${about} could not be read or written as JSON and was dropped. Look for cycles and throwing getters.`,
  queue_full: (about) =>
    `The queue is full (${about} dropped). PostHog is slow or away, or max_queue_bytes is too small; overflow says which events go.`,
  too_large: (about) => `An event is larger than PostHog takes (${about}) and was dropped.`,
  rejected: (about) => `PostHog refused events for good (${about}). Check api_key and host.`,
  over_quota: (about) =>
    `PostHog threw events away (${about}): the project is over its quota. Raise its billing limit, or track less.`,
  delivery: (about) => `PostHog could not be reached (${about}). Events wait and are sent again.`,
  spool: (about) => `The spool cannot keep events (${about}). They wait in memory alone.`,
  tenant: (about) => `tenantOf failed (${about}). The request's events were dropped.`,
  internal: (about) => `The tracker or its sink failed (${about}).`,
};

/** The sentence for an error. */
export function explain(code: TrackErrorCode, about: string): string {
  return `dd0c/track: ${EXPLANATIONS[code](about)}`;
}
