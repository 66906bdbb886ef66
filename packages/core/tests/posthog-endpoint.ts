import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as zlib from "node:zlib";

/** An event as PostHog would read it off the wire. */
export interface ArrivedEvent {
  readonly event: string;
  readonly distinct_id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly timestamp: string;
  readonly uuid: string;
  readonly [member: string]: unknown;
}

/** One request, with what was in it. */
export interface ArrivedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly events: readonly ArrivedEvent[];
  /** When it was whole, in ms. */
  readonly at: number;
}

/** How the endpoint answers a request instead of `200 {"status":"Ok"}`. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | ((request: ArrivedRequest) => string);
  /** Close the connection without a word. */
  readonly reset?: boolean;
}

/** A PostHog-compatible endpoint on loopback. It reads both capture protocols and posthog-js's paths. */
export interface PostHogEndpoint {
  readonly url: string;
  readonly requests: readonly ArrivedRequest[];
  /** Those that it did not take, too. */
  readonly asked: readonly ArrivedRequest[];
  events(): readonly ArrivedEvent[];
  /** Everything that was sent, as text: what must not leave must not be in it. */
  text(): string;
  /** Answers the next requests in this order, then well again. */
  answer(...answers: readonly Answer[]): void;
  /** Resolves when this many events (of those that count) have arrived, rejects after 5 s. */
  arrived(
    count: number,
    counts?: (event: ArrivedEvent) => boolean,
  ): Promise<readonly ArrivedEvent[]>;
  close(): Promise<void>;
}

/** Starts an endpoint on a free port of 127.0.0.1. */
export async function startPostHogEndpoint(): Promise<PostHogEndpoint> {
  const requests: ArrivedRequest[] = [];
  const asked: ArrivedRequest[] = [];
  const answers: Answer[] = [];
  const waiting = new Set<() => void>();
  const events = () => requests.flatMap((request) => request.events);

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => {});
    request.on("end", () => handle(request, response, Buffer.concat(chunks)));
  });

  function handle(request: IncomingMessage, response: ServerResponse, raw: Buffer): void {
    response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
    response.setHeader("access-control-allow-headers", "*");
    response.setHeader("access-control-allow-credentials", "true");
    const path = request.url ?? "";
    if (request.method === "OPTIONS" || !isCapture(path)) {
      response.setHeader("content-type", "application/json");
      response.end("{}");
      return;
    }
    const answer = answers.shift();
    const arrived = read(path, request.headers, raw);
    asked.push(arrived);
    const body = typeof answer?.body === "function" ? answer.body(arrived) : answer?.body;
    if (answer?.reset) {
      request.socket.destroy();
      return;
    }
    if (answer && answer.status !== 200) {
      response.writeHead(answer.status, answer.headers);
      response.end(body ?? "");
      return;
    }
    requests.push(arrived);
    response.writeHead(200, { "content-type": "application/json", ...answer?.headers });
    response.end(body ?? (path.startsWith("/i/v1/") ? resultsOf(arrived) : '{"status":"Ok"}'));
    for (const check of [...waiting]) check();
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    asked,
    events,
    text: () => requests.map((request) => request.text).join("\n"),
    answer: (...next) => void answers.push(...next),
    arrived: (count, counts = () => true) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`${events().length} of ${count} events arrived`));
        }, 5_000);
        const check = (): void => {
          const there = events().filter(counts);
          if (there.length < count) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve(there);
        };
        waiting.add(check);
        check();
      }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function isCapture(path: string): boolean {
  return /^\/(batch|e|capture|i\/v0\/e|i\/v1\/analytics\/events)\/?(\?|$)/.test(path);
}

function read(path: string, headers: IncomingMessage["headers"], raw: Buffer): ArrivedRequest {
  let text = unpack(headers["content-encoding"], raw).toString("utf8");
  if (text.startsWith("data="))
    text = Buffer.from(decodeURIComponent(text.slice(5)), "base64").toString();
  const body = JSON.parse(text);
  const list: Record<string, unknown>[] = Array.isArray(body)
    ? body
    : (body.batch ?? body.data ?? [body]);
  const events = list.map(
    (event) =>
      ({
        distinct_id: (event.properties as ArrivedEvent["properties"])?.distinct_id,
        ...event,
      }) as ArrivedEvent,
  );
  return { path, headers, body, text, events, at: Date.now() };
}

/** What a body says; gzip is known by its first bytes as well, as PostHog does. */
function unpack(encoding: string | undefined, raw: Buffer): Buffer {
  if (raw[0] === 0x1f && raw[1] === 0x8b) return zlib.gunzipSync(raw);
  if (encoding === "deflate") return zlib.inflateSync(raw);
  if (encoding === "br") return zlib.brotliDecompressSync(raw);
  if (encoding === "zstd" && "zstdDecompressSync" in zlib)
    return (zlib.zstdDecompressSync as (bytes: Buffer) => Buffer)(raw);
  return raw;
}

function resultsOf(request: ArrivedRequest): string {
  return JSON.stringify({
    results: Object.fromEntries(request.events.map((event) => [event.uuid, { result: "ok" }])),
  });
}
