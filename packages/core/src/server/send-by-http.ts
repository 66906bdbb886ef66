import type { Batch, Protocol } from "../delivery/protocol";
import type { Reply } from "../delivery/reply";
import { GZIP_BYTES, REQUEST_TIMEOUT_MS } from "../limits";
import type { ServerPlatform } from "./server-platform";

/** What the line to PostHog needs to know. */
export interface HttpOptions {
  readonly host: string;
  readonly gzip: boolean;
  readonly lib: { readonly name: string; readonly version: string };
}

/** Sends a batch by `fetch`. Redirects are refused: following one would turn the POST into a GET. */
export function sendByHttp(
  platform: ServerPlatform,
  protocol: Protocol,
  { host, gzip, lib }: HttpOptions,
): (batch: Batch, body: string) => Promise<Reply> {
  const url = host.replace(/\/+$/, "") + protocol.path;
  return async (batch, body) => {
    const zipped = gzip && body.length >= GZIP_BYTES ? await platform.gzip?.(body) : undefined;
    const reply = await platform.fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "User-Agent": `${lib.name}/${lib.version}`,
        ...(zipped ? { "Content-Encoding": "gzip" } : {}),
        ...protocol.headers?.(batch),
      },
      body: zipped ?? body,
      redirect: "manual",
      signal: platform.timeout(REQUEST_TIMEOUT_MS),
    });
    return {
      status: reply.status,
      retry_after: reply.headers.get("retry-after"),
      body: await reply.text(),
    };
  };
}
