import {
  type DeliveryOptions,
  deliver,
  type MakeSink,
  protocolV0,
  type Reply,
} from "@dd0c/track-core";
import { browserPlatform } from "./browser-platform";
import { BEACON_BYTES, KEEPALIVE_BYTES, TIMEOUT_MS } from "./limits";
import { rememberPerson } from "./remember-person";

/** How a browser reaches PostHog without posthog-js. */
export interface StandAloneOptions extends DeliveryOptions {
  /** The PostHog project's key (`phc_…`). */
  readonly api_key: string;
  /** PostHog's address, or the host's own proxy before it; `https://us.i.posthog.com` unless given. */
  readonly host?: string | undefined;
}

/**
 * Sends events without posthog-js: `createTracker({ sink: standAlone({ api_key }) })`. Requests are
 * plain text, which needs no CORS preflight, so they also pass while the page goes; what waits when
 * the page is hidden or left goes by `sendBeacon`.
 */
export function standAlone(options: StandAloneOptions): MakeSink {
  const { api_key, host = "https://us.i.posthog.com" } = options;
  const protocol = protocolV0(api_key, Date.now);
  const url = host.replace(/\/+$/, "") + protocol.path;

  async function send(_: unknown, body: string): Promise<Reply> {
    const reply = await fetch(url, {
      method: "POST",
      body,
      credentials: "omit",
      keepalive: body.length < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: reply.status, retry_after: reply.headers.get("retry-after") };
  }

  return (host) => {
    const line = { platform: browserPlatform, protocol, send };
    const sink = deliver(line, options)(host);
    const person = rememberPerson(api_key);
    const leave = () =>
      sink.leave((body) => navigator.sendBeacon(`${url}?beacon=1`, body), BEACON_BYTES);
    const hide = () => {
      if (document.visibilityState === "hidden") leave();
    };
    // Both: phones often kill a hidden page without another word, and some pages leave unhidden.
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return {
      ...sink,
      ...person,
      take(event) {
        if (event.event === "$identify") person.become(event.distinct_id);
        return sink.take(event);
      },
      close() {
        removeEventListener("pagehide", leave);
        document.removeEventListener("visibilitychange", hide);
        sink.close();
      },
    };
  };
}
