import { createProxy } from "../create-proxy";
import { findTarget } from "../find-target";
import type { ProxyOptions } from "../proxy-options";
import { readSettings } from "../settings";

/** The default export of a Worker. */
export interface WorkerProxy {
  fetch(request: Request, environment: unknown, context: WorkerContext): Promise<Response>;
}

/** As much of a Worker's context as we call. */
export interface WorkerContext {
  waitUntil(promise: Promise<unknown>): void;
}

/** As much of a Worker's cache as we call. */
interface WorkerCache {
  match(url: string): Promise<Response | undefined>;
  put(url: string, reply: Response): Promise<void>;
}

/**
 * The proxy as a Worker of Cloudflare: `export default createWorkerProxy({ region: "eu" })`. Scripts
 * are kept in its cache as long as PostHog allows; the client is whom Cloudflare names.
 */
export function createWorkerProxy(options: ProxyOptions): WorkerProxy {
  const proxy = createProxy({ trustProxyHeader: "cf-connecting-ip", ...options });
  const settings = readSettings(options);

  function isStatic(request: Request): boolean {
    if (request.method !== "GET" || typeof settings === "string") return false;
    const target = findTarget(new URL(request.url), settings);
    return typeof target === "string" && target.startsWith(`${settings.assets}/static/`);
  }

  return {
    async fetch(request, _, context) {
      const cache = cacheOf(globalThis);
      if (!cache || !isStatic(request)) return proxy(request);
      const kept = await cache.match(request.url).catch(() => undefined);
      if (kept) return kept;
      const reply = await proxy(request);
      if (isForEveryone(reply))
        context.waitUntil(cache.put(request.url, reply.clone()).catch(() => {}));
      return reply;
    },
  };
}

/** An answer that is the same whoever asks. */
function isForEveryone({ status, headers }: Response): boolean {
  return status === 200 && (headers.get("access-control-allow-origin") ?? "*") === "*";
}

function cacheOf(scope: object): WorkerCache | undefined {
  return (scope as { caches?: { default?: WorkerCache } }).caches?.default;
}
