import type { ProxyOptions } from "../proxy-options";
import { readSettings } from "../settings";

/** An entry of `rewrites()` in a configuration of Next.js. */
export interface NextRewrite {
  readonly source: string;
  readonly destination: string;
}

/**
 * The proxy as rewrites, for sites without a server of their own: `async rewrites() { return
 * nextRewrites({ region: "eu" }) }`, with `skipTrailingSlashRedirect: true`. Rewrites pass cookies on,
 * do not name the client and bound nothing: prefer the route. Throws when the options are wrong, as
 * nothing runs yet.
 */
export function nextRewrites(options: Pick<ProxyOptions, "prefix" | "region">): NextRewrite[] {
  const settings = readSettings(options);
  if (typeof settings === "string") throw new RangeError(settings);
  const { prefix, ingest, assets } = settings;
  // Not `:path*`, which loses the slash at the end.
  return [
    { source: `${prefix}/static/:path(.*)`, destination: `${assets}/static/:path` },
    { source: `${prefix}/array/:path(.*)`, destination: `${assets}/array/:path` },
    { source: `${prefix}/:path(.*)`, destination: `${ingest}/:path` },
  ];
}
