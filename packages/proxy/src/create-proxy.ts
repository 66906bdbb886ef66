import { clientAddress } from "./client-address";
import { findTarget } from "./find-target";
import { forward } from "./forward";
import { METHODS } from "./methods";
import type { ProxyOptions } from "./proxy-options";
import { refuse } from "./refuse";
import { requestHeaders } from "./request-headers";
import { readSettings, type Settings } from "./settings";
import { createTell } from "./tell";

/** What the host's server knows of a connection. */
export interface Connection {
  /** The address at its other end. */
  readonly address?: string | undefined;
}

/** Answers a request in PostHog's name. It never rejects: what goes wrong is a 502 or a 504. */
export type Proxy = (request: Request, connection?: Connection) => Promise<Response>;

/**
 * A reverse proxy from your own domain to PostHog, on any platform with the fetch API. It reaches
 * two origins and no other, follows no redirects, and passes no cookies.
 */
export function createProxy(options: ProxyOptions): Proxy {
  const tell = createTell(options.onError);
  const settings = readSettings(options);
  if (typeof settings === "string") {
    tell(settings);
    return async () => refuse(502);
  }
  const send = options.fetch ?? ((url, init) => fetch(url, init));
  return async (request, connection) => {
    try {
      const target = admit(request, settings);
      if (typeof target === "number") return refuse(target);
      const address = clientAddress(request.headers, settings.trusted, connection?.address);
      const headers = requestHeaders(request.headers, address);
      return await forward(request, { target, headers, send }, settings, tell);
    } catch (error) {
      tell("The request could not be passed on.", error);
      return refuse(502);
    }
  };
}

function admit(request: Request, settings: Settings): string | 400 | 404 | 405 | 413 {
  const target = findTarget(new URL(request.url), settings);
  if (typeof target === "number") return target;
  if (!METHODS.includes(request.method)) return 405;
  return Number(request.headers.get("content-length") ?? 0) > settings.maxBody ? 413 : target;
}
