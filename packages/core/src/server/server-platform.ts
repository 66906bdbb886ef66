import type { Body } from "../delivery/body";
import type { Platform } from "../platform";

/** As much of an answer as we read. */
export interface FetchReply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** As much of `fetch` as we call. */
export type Fetch = (
  url: string,
  init: {
    readonly method: "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array<ArrayBuffer>;
    readonly redirect: "manual";
    readonly signal: AbortSignalLike;
  },
) => Promise<FetchReply>;

/** An AbortSignal, which the core must not name. */
export type AbortSignalLike = { readonly aborted: boolean } & object;

/** Ends a request. */
export interface Aborter {
  readonly signal: AbortSignalLike;
  abort(): void;
  /** The request is over: lets go of the timer. */
  done(): void;
}

/** How a body may be compressed, as HTTP names it; `deflate` is zlib's format (RFC 9110, section 8.4.1). */
export type Encoding = "gzip" | "deflate" | "br" | "zstd";

/** Compresses a body, outside of the thread that tracks. */
export type Compress = (body: Body) => Promise<Uint8Array<ArrayBuffer>>;

/** A request that is left to make when the process exits. */
export interface LastRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server offers beyond `Platform`. */
export interface ServerPlatform extends Platform {
  readonly fetch: Fetch;
  /** What ends a request after `ms`, without keeping the process alive until then, or when told. */
  aborter(ms: number): Aborter;
  /** HMAC-SHA-256 (RFC 2104) under a secret; the answer is base64url. */
  hmac(secret: string): (text: string) => string;
  /** A domain as DNS spells it (IDNA); "" when it is none. */
  asciiDomain(domain: string): string;
  /** The encodings that this place knows. */
  readonly compress: Readonly<Partial<Record<Encoding, Compress>>>;
  /** Calls back when nothing is left to do in this process; answers how to take that back. */
  leaving(callback: () => void): () => void;
  /** Makes requests when the process exits and nothing can wait any more; answers how to take that back. */
  exiting?(left: () => readonly LastRequest[]): () => void;
  /** Tells whoever reads the log; for hosts that give no `onError`. */
  warn(message: string): void;
  /** Prints a line in debug mode. */
  print(line: string): void;
}
