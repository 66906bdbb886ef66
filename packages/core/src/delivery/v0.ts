import type { Protocol } from "./protocol";
import { createPropertiesWriter } from "./write-properties";

/**
 * PostHog's capture protocol v0: `POST /batch/` with the project's key in the body. Every PostHog
 * of the last years speaks it, and it is what PostHog's own clients use by default.
 */
export function protocolV0(apiKey: string, now: () => number): Protocol {
  const write = createPropertiesWriter();
  const head = `{"api_key":${JSON.stringify(apiKey)},"batch":[`;
  return {
    path: "/batch/",
    serialise: (event) =>
      `{"event":${JSON.stringify(event.event)},"distinct_id":${JSON.stringify(event.distinct_id)},"properties":${write(event)},"timestamp":"${event.timestamp}","uuid":"${event.uuid}"}`,
    body: (parcels) =>
      `${head}${parcels.map((parcel) => parcel.json).join()}],"sent_at":"${new Date(now()).toISOString()}"}`,
  };
}
