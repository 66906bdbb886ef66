import { request } from "node:http";
import { connect } from "node:net";
import { afterEach } from "vitest";
import {
  type Endpoint,
  type EndpointOptions,
  startEndpoint,
} from "../src/endpoint/start-endpoint.js";
import { createSession, type Session } from "../src/session/create-session.js";
import { shopPlan } from "./shop-plan.js";

/** An endpoint under test, with its session. */
export interface Started extends Endpoint {
  readonly session: Session;
}

const running: Endpoint[] = [];

/** Ends every endpoint of a test file when its test ends. */
export function endEndpoints(): void {
  afterEach(async () => {
    for (const endpoint of running.splice(0)) await endpoint.close();
  });
}

/** Starts an endpoint with the shop's plan, or with the session that is given. */
export async function start(options: Partial<EndpointOptions> = {}): Promise<Started> {
  const session = options.session ?? createSession(shopPlan(), { now: Date.now });
  const endpoint = await startEndpoint({ ...options, session });
  running.push(endpoint);
  return { ...endpoint, session };
}

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One request with exactly these headers: `fetch` would not let a test say `Host` or `Origin`. */
export function ask(
  url: string,
  options: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string | Uint8Array;
  } = {},
): Promise<Reply> {
  const { method = "GET", headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Sends bytes as they are and answers with what comes back until the other side hangs up. */
export function raw(url: string, bytes: string, ms = 20_000): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.setTimeout(ms, () => socket.destroy(new Error("nothing came back")));
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
    });
    socket.on("close", () => resolve(text));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" ? resolve(text) : reject(error),
    );
    socket.write(bytes);
  });
}
