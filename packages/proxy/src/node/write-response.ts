import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { LINGER_MS } from "../limits";
import { recompress } from "./recompress";

/** Writes an answer of the fetch API to Node's, at the client's pace; rejects when it breaks off. */
export async function writeResponse(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Response,
): Promise<void> {
  if (response.destroyed || response.headersSent) return reply.body?.cancel();
  response.statusCode = reply.status;
  reply.headers.forEach((value, name) => void response.setHeader(name, value));
  if (!request.complete && request.httpVersionMajor < 2) await endEarly(request, response, reply);
  else if (!reply.body) response.end();
  else {
    const body = Readable.fromWeb(reply.body as ReadableStream);
    const gzip = recompress(request, response);
    await (gzip ? pipeline(body, gzip, response) : pipeline(body, response));
  }
}

/**
 * Answers while the upload is still coming. To close at once would make the client's system throw
 * the answer away; so the rest is read and forgotten for a moment, and then the connection closes.
 */
async function endEarly(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Response,
): Promise<void> {
  const body = Buffer.from(await reply.arrayBuffer());
  response.setHeader("connection", "close");
  response.setHeader("content-length", body.length);
  if (request.method !== "HEAD") response.write(body);
  else response.flushHeaders();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LINGER_MS);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    request.once("end", done).once("close", done).resume();
  });
  response.end();
}
