import { createServer, request as httpRequest } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, it } from "vitest";
import { createNodeProxy } from "../src/node";
import { listen } from "./upstream";

const MB = 1_000_000;
const open: (() => Promise<void>)[] = [];
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
/** Bytes that are held; what only waits to be collected does not count. */
const held = (): number => {
  collect();
  return process.memoryUsage().arrayBuffers;
};
afterAll(() => Promise.all(open.map((close) => close())));

it("holds next to nothing of 60 MB while PostHog reads slowly", async () => {
  let arrived = 0;
  let read = (): void => {};
  const mayRead = new Promise<void>((resolve) => {
    read = resolve;
  });
  const slow = createServer(async (request, response) => {
    await mayRead;
    for await (const chunk of request) {
      arrived += chunk.length;
      await new Promise(setImmediate);
    }
    response.end("ok");
  });
  const upstream = await listen(slow);
  const region = { ingest: `http://127.0.0.1:${upstream.port}`, assets: "http://127.0.0.1:1" };
  const proxy = await listen(createServer(createNodeProxy({ region })));
  open.push(proxy.close, upstream.close);

  const before = held();
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, held() - before);
  }, 100);
  const upload = httpRequest({ port: proxy.port, path: "/ingest/s/", method: "POST" });
  const answer = new Promise((resolve) => upload.on("response", resolve));
  const chunk = Buffer.alloc(64_000);
  let written = 0;
  const write = async (): Promise<void> => {
    while (written < 60 * MB) {
      written += chunk.length;
      if (!upload.write(chunk)) await new Promise((drained) => upload.once("drain", drained));
    }
    upload.end();
  };
  const writing = write();
  // As long as nobody reads, the sender must come to a halt: what it has sent is in the systems' buffers.
  let last = -1;
  for (let polls = 0; last !== written && polls < 100; polls++) {
    last = written;
    await wait(100);
  }
  expect(written).toBeLessThan(30 * MB);
  read();
  await writing;
  const reply = (await answer) as { statusCode: number; resume(): void };
  reply.resume();
  clearInterval(sampling);
  expect([reply.statusCode, arrived]).toEqual([200, written]);
  // Of sender, proxy and receiver together, what Node's sockets buffer included; a proxy that kept the
  // body, or the second copy that Node's fetch keeps of one, would be at 60 MB and more.
  expect(peak).toBeLessThan(40 * MB);
});
