import { bodyText, eventBytes } from "../delivery/body";
import type { Line } from "../delivery/line";
import type { Batch, Protocol } from "../delivery/protocol";
import type { Reply } from "../delivery/reply";
import { DRIPPING, GZIP_BYTES, REQUEST_TIMEOUT_MS } from "../limits";
import type {
  Aborter,
  AbortSignalLike,
  Encoding,
  FetchReply,
  LastRequest,
  ServerPlatform,
} from "./server-platform";

/** What the line to PostHog needs to know. */
export interface HttpOptions {
  readonly host: string;
  /** Undefined: as it is. */
  readonly encoding: Encoding | undefined;
  readonly lib: { readonly name: string; readonly version: string };
}

/**
 * Sends batches by `fetch`, and stops what is under way when told. Redirects are refused: following
 * one would turn the POST into a GET.
 */
export function sendByHttp(
  platform: ServerPlatform,
  protocol: Protocol,
  { host, encoding, lib }: HttpOptions,
): Pick<Line, "send" | "stop" | "exiting"> {
  const url = host.replace(/\/+$/, "") + protocol.path;
  const compress = encoding && platform.compress[encoding];
  const underWay = new Set<Aborter>();

  async function send(batch: Batch): Promise<Reply> {
    const body = protocol.body(batch.parcels);
    const isWorthIt = eventBytes(body) >= GZIP_BYTES;
    const zipped = isWorthIt ? await compress?.(body) : undefined;
    const aborter = platform.aborter(REQUEST_TIMEOUT_MS);
    underWay.add(aborter);
    const done = (): void => {
      aborter.done();
      underWay.delete(aborter);
    };
    try {
      const reply = await post(
        zipped ?? bodyText(body),
        zipped !== undefined,
        batch,
        aborter.signal,
      );
      const text = reply.text().finally(done);
      const { status } = reply;
      const retry_after = reply.headers.get("retry-after");
      const length = reply.headers.get("content-length");
      // Most say all by their status: whose words then drip in has answered, unless there are many of them.
      if (protocol.isTelling(Number(length ?? Number.NaN)) || underWay.size > DRIPPING)
        return { status, retry_after, body: await text };
      text.catch(() => {});
      return { status, retry_after };
    } catch (error) {
      done();
      throw error;
    }
  }

  const post = (
    body: string | Uint8Array<ArrayBuffer>,
    isZipped: boolean,
    batch: Batch,
    signal: AbortSignalLike,
  ): Promise<FetchReply> =>
    platform.fetch(url, {
      method: "POST",
      headers: headersOf(batch, isZipped && encoding ? { "Content-Encoding": encoding } : {}),
      body,
      redirect: "manual",
      signal,
    });

  const headersOf = (batch: Batch, more?: Readonly<Record<string, string>>) => ({
    "Content-Type": "application/json",
    "User-Agent": `${lib.name}/${lib.version}`,
    ...more,
    ...protocol.headers?.(batch),
  });

  const toRequest = (batch: Batch): LastRequest => ({
    url,
    headers: headersOf(batch),
    body: bodyText(protocol.body(batch.parcels)),
  });

  return {
    send,
    stop() {
      for (const aborter of underWay) aborter.abort();
    },
    exiting: (left) => platform.exiting?.(() => left().map(toRequest)) ?? (() => {}),
  };
}
