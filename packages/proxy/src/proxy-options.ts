/** PostHog's cloud by its region, or the origins of a PostHog of your own. */
export type Region = "us" | "eu" | { readonly ingest: string; readonly assets: string };

/**
 * The header in which your own load balancer names the client. With several of them in a row, `hops`
 * says how many: the address is the one that the first of them has written, and what a client forged
 * before it is not looked at.
 */
export type TrustedHeader = string | { readonly name: string; readonly hops: number };

/** What every proxy needs to know. */
export interface ProxyOptions {
  /** The path on your domain under which PostHog appears; `/ingest` unless given, `/` for all of it. */
  readonly prefix?: string | undefined;
  /** Where events go. There is no default: data of the EU must not leave it by an omission. */
  readonly region: Region;
  /**
   * Names the client to PostHog, such as `x-forwarded-for`. Without it the address is that of the
   * connection, where there is one to see, and what the request says of itself is not believed.
   */
  readonly trustProxyHeader?: TrustedHeader | undefined;
  /** The paths that may pass, with everything below them, such as `/e`; all unless given. */
  readonly allowPaths?: readonly string[] | undefined;
  /** The largest request body in bytes; 64 MiB unless given. Larger ones are answered 413. */
  readonly maxBody?: number | undefined;
  /** What an exchange may take in ms; 60,000 unless given. Longer ones are answered 504. */
  readonly timeout?: number | undefined;
  /** What sends the requests; the platform's own `fetch` unless given. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Told of wrong options and of each failure of PostHog. What it throws is swallowed. */
  readonly onError?: ((error: Error) => void) | undefined;
}
