import { createProxy } from "../create-proxy";
import type { ProxyOptions } from "../proxy-options";
import { withoutParams } from "./without-params";

/** Next.js gives more than the request, and wants the type of it named to the letter or not at all. */
type Handler = (request: Request) => Promise<Response>;

/** The exports of a route file of Next.js. */
export interface NextProxy {
  readonly GET: Handler;
  readonly HEAD: Handler;
  readonly POST: Handler;
  readonly OPTIONS: Handler;
}

/**
 * The proxy as a route of Next.js, on Node and Edge. In `app/ingest/[[...path]]/route.ts`:
 * `export const { GET, HEAD, POST, OPTIONS } = createNextProxy({ region: "eu" })`, and in the
 * configuration `skipTrailingSlashRedirect: true`. A `basePath` belongs to the prefix. Next.js shows
 * no connection: where a platform before it names the client, say so in `trustProxyHeader`.
 */
export function createNextProxy(options: ProxyOptions): NextProxy {
  const send = options.fetch ?? ((url, init) => fetch(url, init));
  const proxy = createProxy({
    ...options,
    // Next.js keeps what its fetch has read, unless told not to.
    fetch(url, init) {
      const fresh: RequestInit & { cache: "no-store" } = { ...init, cache: "no-store" };
      return send(url, fresh);
    },
  });
  const handle = async (request: Request, context?: { readonly params?: unknown }) =>
    proxy(withoutParams(request, await context?.params));
  return { GET: handle, HEAD: handle, POST: handle, OPTIONS: handle };
}
