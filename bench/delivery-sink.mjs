// A PostHog (and a Segment, and a RudderStack) that takes everything and only counts, in a process of
// its own. It answers a message with what it has counted since the last one.
import { createServer } from "node:http";
import { gunzip } from "node:zlib";

let events = 0;

/** Each event has one of these; its client wrote it. */
function countIn(text) {
  for (const mark of ['"uuid":"', '"messageId":"'])
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 8)) events++;
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const raw = Buffer.concat(chunks);
    const take = (_error, text) => {
      countIn(text);
      response.writeHead(200, { "content-type": "application/json" }).end('{"status":"Ok"}');
    };
    if (raw[0] === 0x1f) gunzip(raw, take);
    else take(null, raw);
  });
});
process.on("message", () => {
  process.send({ events });
  events = 0;
});
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
