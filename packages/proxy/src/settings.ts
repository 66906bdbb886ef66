import { MAX_BODY, TIMEOUT_MS } from "./limits";
import type { ProxyOptions, Region } from "./proxy-options";
import { isSafePath } from "./safe-path";

/** The two origins that a proxy may reach, without a slash at the end. */
export interface Upstreams {
  readonly ingest: string;
  readonly assets: string;
}

/** Options that were found to be right, with their defaults. */
export interface Settings extends Upstreams {
  /** Without a slash at the end; "" for a domain that is PostHog's alone. */
  readonly prefix: string;
  readonly allowPaths: readonly string[] | undefined;
  readonly trusted: { readonly name: string; readonly hops: number } | undefined;
  readonly maxBody: number;
  readonly timeout: number;
}

/** The settings that options ask for, or what is wrong with them, in a sentence. */
export function readSettings(options: ProxyOptions): Settings | string {
  const prefix = (options.prefix ?? "/ingest").replace(/\/$/, "");
  if (!isSafePath(prefix)) return `prefix must be a plain path such as "/ingest".`;
  const upstreams = upstreamsOf(options.region);
  if (!upstreams) return `region must be "us", "eu" or the http(s) origins { ingest, assets }.`;
  const { trustProxyHeader: header, maxBody = MAX_BODY, timeout = TIMEOUT_MS } = options;
  const trusted = typeof header === "string" ? { name: header, hops: 1 } : header;
  if (trusted && !(/^[\w-]+$/.test(trusted.name) && trusted.hops >= 1))
    return "trustProxyHeader must name a header, and hops count from 1.";
  if (!(maxBody >= 0 && timeout > 0 && timeout <= 2 ** 31 - 1))
    return "maxBody must be bytes, timeout milliseconds.";
  const allowPaths = options.allowPaths?.map((path) => path.replace(/\/$/, ""));
  return { ...upstreams, prefix, allowPaths, trusted, maxBody, timeout };
}

function upstreamsOf(region: Region): Upstreams | undefined {
  if (region === "us" || region === "eu")
    return {
      ingest: `https://${region}.i.posthog.com`,
      assets: `https://${region}-assets.i.posthog.com`,
    };
  const ingest = originOf(region?.ingest);
  const assets = originOf(region?.assets);
  return ingest && assets ? { ingest, assets } : undefined;
}

function originOf(given: unknown): string | undefined {
  try {
    const url = new URL(String(given));
    return /^https?:$/.test(url.protocol) ? url.origin : undefined;
  } catch {
    return undefined;
  }
}
