import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createPageApi } from "../page/page-api.js";
import type { Session } from "../session/create-session.js";
import { allowAnyPage } from "./cors.js";
import type { Forwarder } from "./forwarder.js";
import { guardPage } from "./guard-page.js";
import * as limits from "./limits.js";
import { parseCapture } from "./parse-capture.js";
import { parseJson } from "./parse-json.js";
import { parseV1 } from "./parse-v1.js";
import { quietAnswer } from "./quiet-answers.js";
import { Budget, readBody, skipBody } from "./read-body.js";
import { Refusal } from "./refusal.js";
import { unpackBody } from "./unpack-body.js";

/** How the endpoint is started. */
export interface EndpointOptions {
  readonly session: Session;
  /** Loopback unless told otherwise. */
  readonly host?: string | undefined;
  /** A free one unless told. */
  readonly port?: number | undefined;
  readonly forwarder?: Forwarder | undefined;
  /** Whether the page is served. */
  readonly ui?: boolean | undefined;
  /** Ms for a request's headers and for all of it to arrive. */
  readonly timeouts?: { readonly headers: number; readonly request: number } | undefined;
  /** Why no events are taken, where the session is one of the past. */
  readonly closedBecause?: string | undefined;
}

/** A PostHog that checks. */
export interface Endpoint {
  /** Where clients send to and the page is: `http://127.0.0.1:8010`. */
  readonly url: string;
  /** Takes nothing more; resolves when everything under way has ended. */
  close(): Promise<void>;
}

const v0Paths = new Set(["/batch", "/capture", "/e", "/i/v0/e", "/track", "/engage", "/i/v0/ai"]);
const v1Paths = new Set(["/i/v1/analytics/events", "/i/v1/general/events"]);

/** Starts an endpoint that speaks PostHog's capture protocols and hands what arrives to a session. */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { session, host = "127.0.0.1", port = 0, forwarder, ui = true } = options;
  const budget = new Budget();
  const page = ui ? createPageApi(session) : null;

  const server = createServer(
    { maxHeaderSize: limits.mostHeader, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      void answer(request, response).catch((error: unknown) => fail(error, request, response));
    },
  );
  server.requestTimeout = options.timeouts?.request ?? limits.requestTimeout;
  server.headersTimeout = options.timeouts?.headers ?? limits.headersTimeout;
  server.keepAliveTimeout = limits.keepAliveTimeout;
  server.maxConnections = limits.mostConnections;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    // Whoever hangs up between two requests has done nothing wrong.
    if (error.code !== "ECONNRESET") session.refuse(describeClientError(error), "connection");
    if (socket.writable) socket.end(`HTTP/1.1 ${statusOf(error)}\r\nconnection: close\r\n\r\n`);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = addressOf(request);
    const path = url.pathname.replace(/\/+$/, "") || "/";
    if (path === "/" || path === "/favicon.ico" || path.startsWith("/live/")) {
      guardPage(request, host);
      if (page === null || !page.serve(path, url.searchParams, request, response))
        throw new Refusal(404, "there is nothing here");
      return;
    }
    allowAnyPage(request, response);
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    if (v0Paths.has(path) || v1Paths.has(path)) return capture(request, response, path, url);
    if (path === "/s" || path === "/i/v0/replay") {
      await skipBody(request, limits.mostRecording);
      session.countRecording();
      return ok(response);
    }
    await other(request, response, path);
  }

  async function capture(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    { searchParams }: URL,
  ): Promise<void> {
    if (options.closedBecause !== undefined) throw new Refusal(503, options.closedBecause);
    if (request.method !== "POST" && request.method !== "GET")
      throw new Refusal(405, "GET or POST");
    const body = await readBody(request, limits.mostBody, budget);
    let held = body.length;
    try {
      const { headers } = request;
      const packing = {
        encoding: headers["content-encoding"],
        contentType: headers["content-type"],
        search: searchParams,
      };
      const bytes = await unpackBody(body, packing);
      budget.take(bytes.length);
      held += bytes.length;
      const parsed = parseJson(bytes);
      if (v1Paths.has(path)) {
        const { events, results } = parseV1(parsed, headers);
        await session.take(events, bytes.length);
        json(response, 200, { results });
      } else {
        await session.take(parseCapture(parsed, bytes.length, path), bytes.length);
        if (searchParams.get("beacon") === "1") response.writeHead(204).end();
        else ok(response);
      }
      forwarder?.pass({ method: request.method ?? "POST", url: request.url ?? "/", headers, body });
    } finally {
      budget.give(held);
    }
  }

  /** Flags, configuration, parts of posthog-js: the real host's where there is one, else a quiet project's. */
  async function other(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const quiet = quietAnswer(path);
    if (quiet === null)
      throw new Refusal(
        404,
        `PostHog has no ${path.slice(0, 80)} that the live check knows; events go to /batch/`,
      );
    const body = await readBody(request, limits.mostEvent, budget);
    try {
      const { method = "GET", url = "/", headers } = request;
      const real = await forwarder?.ask({ method, url, headers, body });
      if (real !== undefined && real !== null && real.status < 500)
        response.writeHead(real.status, { "content-type": real.contentType }).end(real.body);
      else response.writeHead(200, { "content-type": quiet.contentType }).end(quiet.text);
    } finally {
      budget.give(body.length);
    }
  }

  function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const refusal = error instanceof Refusal ? error : new Refusal(500, "the live check failed");
    const path = pathOf(request);
    if (!(error instanceof Refusal) || isCapture(path)) session.refuse(refusal.message, path);
    if (response.headersSent) return void response.destroy();
    // Of what is still on its way nobody will read the rest.
    response.setHeader("connection", "close");
    if (refusal.status === 503) response.setHeader("retry-after", "1");
    if (v1Paths.has(path))
      json(response, refusal.status, {
        error: codeOf(refusal.status),
        error_description: refusal.message,
      });
    else
      response
        .writeHead(refusal.status, { "content-type": "text/plain" })
        .end(`${refusal.message}\n`);
  }

  await listen(server, port, host);
  const { address, port: taken, family } = server.address() as AddressInfo;
  const shown = family === "IPv6" ? `[${address}]` : address === "0.0.0.0" ? "127.0.0.1" : address;
  return {
    url: `http://${shown}:${taken}`,
    async close() {
      page?.close();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(timer);
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      listening();
    });
  });
}

function isCapture(path: string): boolean {
  return v0Paths.has(path) || v1Paths.has(path) || path === "/s";
}

function addressOf({ url = "/" }: IncomingMessage): URL {
  try {
    return new URL(url, "http://localhost");
  } catch {
    throw new Refusal(400, "the address makes no sense");
  }
}

function pathOf({ url = "/" }: IncomingMessage): string {
  return (url.split("?")[0] ?? "/").replace(/\/+$/, "").slice(0, 80) || "/";
}

function ok(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" }).end('{"status":"Ok"}');
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

function codeOf(status: number): string {
  return (
    {
      401: "unauthorized",
      413: "payload_too_large",
      415: "unsupported_media_type",
      503: "unavailable",
    }[status] ?? "bad_request"
  );
}

function statusOf({ code }: NodeJS.ErrnoException): string {
  if (code === "HPE_HEADER_OVERFLOW") return "431 Request Header Fields Too Large";
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "408 Request Timeout" : "400 Bad Request";
}

function describeClientError({ code }: NodeJS.ErrnoException): string {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "the request took too long to arrive";
  if (code === "HPE_HEADER_OVERFLOW") return "the headers are too large";
  return "it is no HTTP request";
}
