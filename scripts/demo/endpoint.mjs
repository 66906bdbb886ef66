// A PostHog that only listens: it takes what PostHog's clients and ours send, and keeps it. For the demo
// and the examples' tests, and by itself: `node scripts/demo/endpoint.mjs [port]` prints what arrives.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const capturePaths = [
  "/batch",
  "/e",
  "/i/v0/e",
  "/capture",
  "/track",
  "/engage",
  "/i/v1/analytics/events",
];
const quietly = { featureFlags: {}, flags: {}, errorsWhileComputingFlags: false };
const remoteConfig = {
  ...quietly,
  supportedCompression: ["gzip-js", "base64"],
  sessionRecording: false,
  surveys: false,
  heatmaps: false,
  autocapture_opt_out: false,
  hasFeatureFlags: false,
};

/** An event as it arrived: its path tells which client's way it took. */
/** @typedef {{ event: string, distinct_id?: string, properties: Record<string, unknown>, timestamp?: string, uuid?: string, path: string, site: string }} Received */

/**
 * Starts listening on loopback, on a free port unless one is given. `events` is what arrived, `bodies`
 * every request as text, address and decompressed body, for whoever looks for what must not be there.
 */
export async function startEndpoint({ port = 0, onEvent = () => {} } = {}) {
  /** @type {Received[]} */
  const events = [];
  const bodies = [];
  const unreadable = [];

  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const { pathname, searchParams } = new URL(request.url, "http://localhost");
      const path = pathname.replace(/\/+$/, "");
      for (const [name, value] of Object.entries(headersFor(request)))
        response.setHeader(name, value);
      if (request.method === "OPTIONS") return response.writeHead(204).end();
      if (path === "/received") return json(response, { events, bodies, unreadable });
      const text = read(Buffer.concat(chunks), request.headers["content-encoding"], searchParams);
      bodies.push(`${request.method} ${decode(request.url)}\n${text}`);
      if (path.endsWith("/config.js")) return script(response, searchParams);
      if (/^\/(flags|decide|array)\b/.test(path)) return json(response, remoteConfig);
      if (path.startsWith("/static/")) return script(response);
      if (!capturePaths.includes(path)) return json(response, {}, 404);
      const arrived = eventsIn(text);
      if (!arrived) {
        unreadable.push(path);
        return json(response, { error: "not JSON" }, 400);
      }
      for (const event of arrived) {
        const received = {
          ...event,
          properties: event.properties ?? {},
          path,
          site: request.headers.origin ?? "",
        };
        events.push(received);
        onEvent(received);
      }
      if (path === "/i/v1/analytics/events") return json(response, { results: {} });
      json(response, { status: "Ok" });
    });
  });
  server.listen(port, "127.0.0.1");
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    events,
    bodies,
    unreadable,
    /** Resolves when `condition` holds, or with false after `ms`. */
    async until(condition, ms = 15_000) {
      const end = Date.now() + ms;
      while (!condition(events)) {
        if (Date.now() > end) return false;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return true;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a browser on another origin wants to read before it sends and believes anything. */
function headersFor({ headers }) {
  return {
    "Access-Control-Allow-Origin": headers.origin ?? "*",
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Allow-Headers": headers["access-control-request-headers"] ?? "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    Connection: "keep-alive",
  };
}

/** A body as text, whatever PostHog's clients did to it: gzip, base64 in a form, or nothing. */
function read(body, encoding, search) {
  if (body.length === 0) return search.get("data") ?? "";
  const isZipped = body[0] === 0x1f && body[1] === 0x8b;
  if (isZipped || encoding === "gzip") return gunzipSync(body).toString("utf8");
  const text = body.toString("utf8");
  if (!/^data=/.test(text)) return text;
  return Buffer.from(new URLSearchParams(text).get("data") ?? "", "base64").toString("utf8");
}

/** The events of a body: a batch, a list, or one alone. Undefined for what is no JSON. */
function eventsIn(text) {
  try {
    const body = JSON.parse(text);
    return Array.isArray(body) ? body : (body.batch ?? [body]);
  } catch {
    return undefined;
  }
}

function decode(url) {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function json(response, value, status = 200) {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));
}

/** posthog-js asks for its remote configuration and for parts of itself as scripts. */
function script(response) {
  response.writeHead(200, { "Content-Type": "text/javascript" }).end("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const onEvent = ({ event, properties }) =>
    console.log(`${event}  ${properties.product ?? "-"}  ${properties.tenant_id ?? "-"}`);
  const { url } = await startEndpoint({ port: Number(process.argv[2] ?? 8010), onEvent });
  console.log(`Listening at ${url} . Give it to a client as its host; end with Ctrl-C.`);
}
