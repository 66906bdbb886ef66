// A PostHog that takes everything and only counts, in a process of its own.
import { createServer } from "node:http";
import { gunzip } from "node:zlib";

let events = 0;
const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const raw = Buffer.concat(chunks);
    const count = (_error, text) => {
      for (let at = text.indexOf('"uuid":"'); at >= 0; at = text.indexOf('"uuid":"', at + 8))
        events++;
      response.writeHead(200, { "content-type": "application/json" }).end('{"status":"Ok"}');
    };
    if (raw[0] === 0x1f) gunzip(raw, count);
    else count(null, raw);
  });
});
process.on("message", () => process.send({ events }));
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
