import type { MakeSink } from "@dd0c/track-core";
import type { OpenPageStore } from "./page-store";
import { rememberPerson } from "./remember-person";
import { sendFromPage } from "./send-from-page";

/** How a browser reaches PostHog without posthog-js. */
export interface StandAloneOptions {
  /** The PostHog project's key (`phc_…`). */
  readonly api_key: string;
  /** PostHog's address, or the host's own proxy before it; `https://us.i.posthog.com` unless given. */
  readonly host?: string | undefined;
  /** `localStore()` of `@dd0c/track-browser/store`: what waits outlives the page. */
  readonly store?: OpenPageStore | undefined;
}

/**
 * Sends events without posthog-js: `createTracker({ sink: standAlone({ api_key }) })`. Requests are
 * plain text, which needs no CORS preflight, so they also pass while the page goes; what waits when
 * the page is hidden or left goes by `sendBeacon`.
 */
export function standAlone({
  api_key,
  host = "https://us.i.posthog.com",
  store,
}: StandAloneOptions): MakeSink {
  // Keys come from forms and files, with a line's end.
  const project = api_key.trim();
  const send = sendFromPage(host.trim().replace(/\/*$/, "/batch/"), project, store);
  return (tracker) => {
    const sink = send(tracker);
    const person = rememberPerson(project);
    return {
      ...sink,
      ...person,
      take(event) {
        if (event.event === "$identify") person.become(`${event.distinct_id}`);
        return sink.take(event);
      },
    };
  };
}
