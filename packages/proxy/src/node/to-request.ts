import type { IncomingMessage } from "node:http";

/** A request of Node's as the fetch API has it. Its host is never looked at, so it has none. */
export function toRequest(request: IncomingMessage, target: string, signal: AbortSignal): Request {
  const headers = new Headers();
  // HTTP/2 puts what is not a header among them, with a colon.
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !name.startsWith(":")) headers.set(name, String(value));
  const { method = "GET" } = request;
  const init: RequestInit & { duplex: "half" } = {
    method,
    headers,
    signal,
    body: method === "POST" ? bodyOf(request) : null,
    duplex: "half",
  };
  return new Request(`http://localhost${target}`, init);
}

/**
 * The body, read only as fast as it is asked for. `Readable.toWeb` would keep up to 16,384 chunks,
 * and would close the connection with the stream, so that no answer could be given any more.
 */
function bodyOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = request.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
