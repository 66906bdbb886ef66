import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A server on loopback that notes what arrives. */
export interface Upstream {
  readonly url: string;
  readonly host: string;
  readonly requests: Arrived[];
  /** Answers from now on with this, instead of `200 ok`. */
  answer(with_: (response: ServerResponse, arrived: Arrived) => void): void;
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1; answers with its own port, and closes for good. */
export async function listen(server: Server): Promise<{ port: number; close(): Promise<void> }> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Starts an upstream. */
export async function startUpstream(): Promise<Upstream> {
  const requests: Arrived[] = [];
  let answer = (response: ServerResponse): void => void response.end("ok");
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("error", () => {});
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const arrived = { method, path: url, headers, body: Buffer.concat(chunks) };
      requests.push(arrived);
      (answer as (response: ServerResponse, arrived: Arrived) => void)(response, arrived);
    });
  });
  const { port, close } = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    answer: (next) => {
      answer = next as typeof answer;
    },
    close,
  };
}
