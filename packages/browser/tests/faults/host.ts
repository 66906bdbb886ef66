import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

/** How the host answers from now on. */
export interface Mode {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bodies of more bytes get a 413. */
  readonly max?: number;
}

/** What the host has taken, by the number that each event carries. */
export interface Taken {
  readonly arrived: number;
  /** Taken under two uuids: PostHog would show them twice. */
  readonly doubled: number;
  /** How often an event came again under its uuid: PostHog keeps one. */
  readonly again: number;
}

/** A site and the PostHog behind it, on one origin: loopback is a secure one, so there are Web Locks. */
export interface Host {
  readonly url: string;
  taken(): Taken;
  set(mode: Mode): void;
  close(): Promise<void>;
}

/** Starts a host whose pages run `script`. */
export async function startHost(script: string): Promise<Host> {
  const seen = new Map<number, Map<string, number>>();
  let mode: Mode = { status: 200 };

  function keep(body: unknown): void {
    const list = Array.isArray(body) ? body : ((body as { batch?: unknown[] }).batch ?? [body]);
    for (const event of list as { uuid: string; properties: { hours?: number } }[]) {
      const { hours } = event.properties;
      if (typeof hours !== "number") continue;
      const uuids = seen.get(hours) ?? new Map<string, number>();
      uuids.set(event.uuid, (uuids.get(event.uuid) ?? 0) + 1);
      seen.set(hours, uuids);
    }
  }

  function answer(request: IncomingMessage, response: ServerResponse, raw: Buffer): void {
    const path = request.url ?? "";
    if (path === "/" || path === "/page.js") {
      response.setHeader("content-type", path === "/" ? "text/html" : "text/javascript");
      response.end(path === "/" ? '<!doctype html><script src="/page.js"></script>' : script);
    } else if (!/^\/(batch|e)\//.test(path)) response.end("{}");
    else if (mode.status !== 200) response.writeHead(mode.status, mode.headers).end("not now");
    else if (raw.length > (mode.max ?? Number.POSITIVE_INFINITY)) response.writeHead(413).end();
    else {
      keep(JSON.parse((raw[0] === 0x1f ? gunzipSync(raw) : raw).toString()));
      response.setHeader("content-type", "application/json");
      response.end('{"status":"Ok"}');
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => {});
    request.on("end", () => answer(request, response, Buffer.concat(chunks)));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken() {
      const times = [...seen.values()].map((uuids) => [...uuids.values()]);
      return {
        arrived: seen.size,
        doubled: times.filter((uuids) => uuids.length > 1).length,
        again: times.flat().reduce((sum, count) => sum + count - 1, 0),
      };
    },
    set(next) {
      mode = next;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
