import type { Protocol } from "./protocol";
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
  };
}
