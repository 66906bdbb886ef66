import type { IncomingHttpHeaders } from "node:http";

/** What became of what was passed on. */
export interface ForwardCounts {
  readonly forwarded: number;
  /** The host refused them or could not be reached. */
  readonly failed: number;
  /** More waited than may wait. */
  readonly skipped: number;
}

/** Passes requests on to the real host, behind the sender's back. */
export interface Forwarder {
  readonly host: string;
  readonly counts: ForwardCounts;
  pass(request: ForwardedRequest): void;
  /** Asks the real host and waits for what it says; null where it does not. */
  ask(request: ForwardedRequest): Promise<ForwardedAnswer | null>;
  /** Resolves when nothing is under way any more, or after `ms`. */
  drain(ms: number): Promise<void>;
}

/** A request as it arrived. */
export interface ForwardedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What the real host said. */
export interface ForwardedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

const mostWaiting = 1_000;
const mostWaitingBytes = 64 * 1024 * 1024;
const mostAtOnce = 4;
const timeout = 10_000;

/** Headers that say what is in a body and who sends; nothing of cookies, connections and hosts. */
const passedOn = [
  "content-type",
  "content-encoding",
  "authorization",
  "user-agent",
  "posthog-sdk-info",
  "posthog-attempt",
  "posthog-request-id",
  "posthog-request-timestamp",
];

/** Starts a forwarder to a host such as `https://us.i.posthog.com`. */
export function createForwarder(host: string): Forwarder {
  const base = host.replace(/\/+$/, "");
  const waiting: ForwardedRequest[] = [];
  const counts = { forwarded: 0, failed: 0, skipped: 0 };
  let waitingBytes = 0;
  let underWay = 0;
  let whenIdle: (() => void)[] = [];

  function send({ method, url, headers, body }: ForwardedRequest): Promise<Response> {
    const kept = passedOn.flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value] as const] : [];
    });
    return fetch(base + url, {
      method,
      headers: Object.fromEntries(kept),
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
      ...(body.length > 0 && method !== "GET" ? { body: new Uint8Array(body) } : {}),
    });
  }

  function next(): void {
    while (underWay < mostAtOnce && waiting.length > 0) {
      const request = waiting.shift();
      if (request === undefined) break;
      waitingBytes -= request.body.length;
      underWay++;
      void send(request)
        .then(async (response) => {
          await response.arrayBuffer();
          if (response.ok) counts.forwarded++;
          else counts.failed++;
        })
        .catch(() => void counts.failed++)
        .finally(() => {
          underWay--;
          next();
        });
    }
    if (underWay > 0 || waiting.length > 0) return;
    for (const tell of whenIdle) tell();
    whenIdle = [];
  }

  return {
    host: base,
    counts,
    pass(request) {
      if (waiting.length >= mostWaiting || waitingBytes + request.body.length > mostWaitingBytes) {
        counts.skipped++;
        return;
      }
      waiting.push(request);
      waitingBytes += request.body.length;
      next();
    },
    async ask(request) {
      try {
        const response = await send(request);
        const contentType = response.headers.get("content-type") ?? "application/json";
        return {
          status: response.status,
          contentType,
          body: Buffer.from(await response.arrayBuffer()),
        };
      } catch {
        return null;
      }
    },
    drain: (ms) =>
      new Promise((done) => {
        if (underWay === 0 && waiting.length === 0) return done();
        const timer = setTimeout(done, ms);
        whenIdle.push(() => {
          clearTimeout(timer);
          done();
        });
      }),
  };
}
