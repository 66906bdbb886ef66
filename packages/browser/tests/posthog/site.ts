import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

/** An event as posthog-js has sent it. */
export interface SentEvent {
  readonly event: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A site with the PostHog behind it, on one origin; its remote configuration turns replay on. */
export interface Site {
  readonly url: string;
  /** Everything that was captured, snapshots as well. */
  readonly events: readonly SentEvent[];
  /** All that the recorder has sent, as text. */
  recorded(): string;
  close(): Promise<void>;
}

/** Starts a site whose every page runs `script`; `body` says what is on a path. */
export async function startSite(script: string, body: (path: string) => string): Promise<Site> {
  const events: SentEvent[] = [];
  const config = {
    supportedCompression: [],
    sessionRecording: { endpoint: "/s/", recorderVersion: "v2", consoleLogRecordingEnabled: false },
    autocapture_opt_out: false,
    surveys: false,
    hasFeatureFlags: false,
  };

  function read(request: IncomingMessage, raw: Buffer): void {
    if (!/^\/(e|s|i)\//.test(request.url ?? "") || !raw.length) return;
    const text = (raw[0] === 0x1f ? gunzipSync(raw) : raw).toString();
    const given = JSON.parse(
      text.startsWith("data=")
        ? Buffer.from(decodeURIComponent(text.slice(5)), "base64").toString()
        : text,
    );
    events.push(...(Array.isArray(given) ? given : (given.batch ?? [given])));
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => {});
    request.on("end", () => {
      const path = (request.url ?? "").replace(/\?.*/, "");
      if (path === "/page.js") response.setHeader("content-type", "text/javascript").end(script);
      else if (path.endsWith("/config")) {
        response.setHeader("content-type", "application/json").end(JSON.stringify(config));
      } else if (request.method === "POST" || path.startsWith("/array/")) {
        read(request, Buffer.concat(chunks));
        response.setHeader("content-type", "application/json").end('{"status":1}');
      } else {
        response.setHeader("content-type", "text/html");
        response.end(`<!doctype html><body>${body(path)}<script src="/page.js"></script>`);
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    recorded: () =>
      JSON.stringify(
        events.filter(({ event }) => event === "$snapshot"),
        (_, value) => unzip(value),
      ),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The recorder zips parts of what it sends, each into a text with a byte a character. */
function unzip(value: unknown): unknown {
  return typeof value === "string" && value.startsWith("\u001f\u008b")
    ? gunzipSync(Buffer.from(value, "latin1")).toString()
    : value;
}
