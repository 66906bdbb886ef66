import type { ExampleEvent } from "./example-events.js";

/** Why a host did not take events. */
export class NotTaken extends Error {
  override readonly name: string = "NotTaken";
}

/** Events in one request. */
const batchSize = 100;
const timeout = 15_000;

/** Sends events as PostHog's v0 batches; throws `NotTaken` at the first that is refused. Answers how many went. */
export async function sendEvents(
  host: string,
  key: string,
  events: readonly ExampleEvent[],
): Promise<number> {
  const url = `${host.replace(/\/+$/, "")}/batch/`;
  for (let from = 0; from < events.length; from += batchSize) {
    const batch = events.slice(from, from + batchSize);
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ api_key: key, batch }),
      signal: AbortSignal.timeout(timeout),
    }).catch((error: unknown) => {
      throw new NotTaken(`${url} cannot be reached: ${reasonOf(error)}.`);
    });
    if (!response.ok) {
      const said = (await response.text()).trim().slice(0, 200);
      throw new NotTaken(`${url} answered ${response.status}: ${said}`);
    }
    await response.arrayBuffer();
  }
  return events.length;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}
