// A PostHog that fails as it is told, in a process of its own: `node host.mjs` under `fork`.
// It keeps what it has taken by the event's number and uuid.
import { createServer } from "node:http";
import { gunzipSync } from "node:zlib";

/** Number of an event → its uuids → how often it was taken. */
const taken = new Map();
let mode = { kind: "ok" };
let requests = 0;

function keep(body) {
  for (const { uuid, properties } of body.batch) {
    if (typeof properties.hours !== "number") continue;
    const uuids = taken.get(properties.hours) ?? new Map();
    uuids.set(uuid, (uuids.get(uuid) ?? 0) + 1);
    taken.set(properties.hours, uuids);
  }
}

function answer(request, response, raw) {
  const now = mode;
  requests++;
  if (now.kind === "hang") return;
  if (now.kind === "status") {
    response.writeHead(now.status, now.headers).end("not now");
    return;
  }
  const text = raw[0] === 0x1f ? gunzipSync(raw) : raw;
  if (now.max && text.length > now.max) {
    response.writeHead(413).end("maximum event size exceeded");
    return;
  }
  keep(JSON.parse(text.toString()));
  if (now.kind === "forget") request.socket.destroy();
  else if (now.kind === "drip") {
    response.writeHead(200, { "content-type": "application/json" });
    const timer = setInterval(() => response.write(" "), 100);
    response.on("close", () => clearInterval(timer));
  } else
    setTimeout(() => {
      response.writeHead(200, { "content-type": "application/json" }).end('{"status":"Ok"}');
    }, now.delay ?? 0);
}

const server = createServer((request, response) => {
  if (mode.kind === "reset") {
    request.socket.destroy();
    return;
  }
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("error", () => {});
  request.on("end", () => answer(request, response, Buffer.concat(chunks)));
});

function tell() {
  let doubled = 0;
  let again = 0;
  for (const uuids of taken.values()) {
    if (uuids.size > 1) doubled++;
    for (const times of uuids.values()) again += times - 1;
  }
  process.send({ arrived: taken.size, doubled, again, requests });
}

let port = 0;
process.on("message", (next) => {
  if (next === "tell") return tell();
  const wasUp = mode.kind !== "down";
  mode = next;
  if (next.kind === "down") {
    server.close();
    server.closeAllConnections();
  } else if (!wasUp) server.listen(port, "127.0.0.1");
});
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  port = server.address().port;
  process.send({ port });
});
