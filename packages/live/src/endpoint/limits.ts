/** Bytes of one request as sent: PostHog's own bound of a batch. */
export const mostBody: number = 20 * 1024 * 1024;

/** Bytes of one session recording's part, which is counted and not read. */
export const mostRecording: number = 64 * 1024 * 1024;

/** Bytes of one request unpacked: a gzip bomb ends here. */
export const mostUnpacked: number = 32 * 1024 * 1024;

/** Bytes of all requests under way together; the next one is asked to come again. */
export const mostUnderWay: number = 128 * 1024 * 1024;

/** Bytes of one event: PostHog's own bound. */
export const mostEvent: number = 1024 * 1024;

/** Lists and objects inside one another; analytics have no use for more, and stacks end. */
export const mostDepth: number = 64;

/** Ms for a request to arrive whole; slow clients hold a connection no longer. */
export const requestTimeout: number = 30_000;

/** Ms for its headers. */
export const headersTimeout: number = 10_000;

/** Ms for which an idle connection stays: longer than clients keep theirs, so that none is cut as it sends. */
export const keepAliveTimeout: number = 65_000;

/** Connections at once. */
export const mostConnections: number = 512;

/** Bytes of headers: posthog-js's pixel requests carry an event in the address. */
export const mostHeader: number = 64 * 1024;

/** Pages that look on at once. */
export const mostWatchers: number = 16;
