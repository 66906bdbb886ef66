import type { IncomingMessage, ServerResponse } from "node:http";
import { createProxy } from "../create-proxy";
import { METHODS } from "../methods";
import type { ProxyOptions } from "../proxy-options";
import { refuse } from "../refuse";
import { below, isSafePath } from "../safe-path";
import { readSettings } from "../settings";
import { createTell } from "../tell";
import { toRequest } from "./to-request";
import { writeResponse } from "./write-response";

/** A listener of `http.createServer`, and a middleware of Express and Connect. */
export type NodeProxy = (
  request: IncomingMessage & { readonly originalUrl?: string },
  response: ServerResponse,
  next?: (error?: unknown) => void,
) => void;

/**
 * The proxy as middleware: `app.use(createNodeProxy({ region: "eu" }))`, before anything that reads
 * bodies, such as `express.json()`. Requests outside the prefix go to `next`; without one they are
 * answered 404. Bodies stream both ways, and nothing is thrown.
 */
export function createNodeProxy(options: ProxyOptions): NodeProxy {
  const proxy = createProxy(options);
  const settings = readSettings(options);
  const tell = createTell(options.onError);

  async function answer(
    request: IncomingMessage,
    target: string,
    rest: string | undefined,
    client: AbortSignal,
  ): Promise<Response> {
    if (rest === undefined) return refuse(typeof settings === "string" ? 502 : 404);
    if (!isSafePath(rest)) return refuse(400);
    if (!METHODS.includes(request.method ?? "")) return refuse(405);
    if (request.method === "POST" && request.readableEnded) {
      tell("Something has read the body before the proxy: put the proxy before body parsers.");
      return refuse(502);
    }
    return proxy(toRequest(request, target, client), { address: request.socket.remoteAddress });
  }

  return (request, response, next) => {
    // As it came: a router may have cut `url` down, and a URL parser would tidy up what is refused here.
    const target = request.originalUrl ?? request.url ?? "";
    const path = target.replace(/[?#].*$/s, "");
    const rest = typeof settings === "string" ? undefined : below(settings.prefix, path);
    if (rest === undefined && next) return next();
    const gone = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    answer(request, target, rest, gone.signal)
      .then((reply) => writeResponse(request, response, reply))
      // The answer broke off on one side; so it does on the other.
      .catch(() => response.destroy());
  };
}
