import type { Protocol, Verdict } from "./protocol";
import type { Parcel } from "./queue";
import { createEventWriter } from "./write-event";

/**
 * PostHog's capture protocol v0: `POST /batch/` with the project's key in the body. Every PostHog
 * of the last years speaks it, and it is what PostHog's own clients use by default.
 */
export function protocolV0(
  apiKey: string,
  now: () => number,
  guard?: (json: string) => string,
  isHistorical = false,
): Protocol {
  const write = createEventWriter(guard);
  const historical = isHistorical ? '"historical_migration":true,' : "";
  const head = `{"api_key":${JSON.stringify(apiKey)},${historical}"batch":[`;
  return {
    path: "/batch/",
    serialise: (event) => write(event),
    body: (parcels) => ({ head, parcels, tail: `],"sent_at":"${new Date(now()).toISOString()}"}` }),
    isTelling: (bytes) => bytes > OK_BYTES && bytes <= ANSWER_BYTES,
    verdicts: ({ body = "" }, parcels) => (isOverQuota(body) ? allOverQuota(parcels) : undefined),
  };
}

/** `{"status":"Ok"}` and the like are no longer than this; nobody needs to wait for them. */
const OK_BYTES = 20;
/** What is longer than this is no answer of PostHog's. */
const ANSWER_BYTES = 1_000;

/** Whether a 200 says that the events were thrown away: `{"status":"Ok","quota_limited":["events"]}`. */
function isOverQuota(answer: string): boolean {
  if (!answer.includes("quota_limited")) return false;
  try {
    return (JSON.parse(answer) as { quota_limited: string[] }).quota_limited.includes("events");
  } catch {
    // An answer that nobody can read is PostHog's 200 all the same.
    return false;
  }
}

const allOverQuota = (parcels: readonly Parcel[]): ReadonlyMap<string, Verdict> =>
  new Map(parcels.map(({ uuid }) => [uuid, "over_quota"]));
