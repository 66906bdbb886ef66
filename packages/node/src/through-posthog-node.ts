import { allProperties, type MakeSink } from "@dd0c/track-core";

/** As much of a posthog-node client as we call. */
export interface PostHogNode {
  capture(message: {
    distinctId: string;
    event: string;
    properties: Record<string, unknown>;
    timestamp?: Date;
    uuid?: string;
  }): void;
  flush(): Promise<unknown>;
}

/**
 * Events through the host's posthog-node client. `sent` then counts what was handed over; its queue,
 * its retries and its shutdown stay the host's.
 */
export function throughPostHogNode(posthog: PostHogNode): MakeSink {
  return ({ counters, guard = (json) => json }) => ({
    take(ready) {
      const { event, distinct_id = "", timestamp, uuid } = ready;
      posthog.capture({
        distinctId: distinct_id,
        event,
        // It serialises later: a copy keeps what the caller does to its objects meanwhile out of it.
        properties: JSON.parse(guard(JSON.stringify(allProperties(ready)))),
        ...(timestamp ? { timestamp: new Date(timestamp) } : {}),
        ...(uuid ? { uuid } : {}),
      });
      counters.sent++;
      return undefined;
    },
    flush: (timeout) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, timeout);
        timer.unref();
        // Its errors are its own client's to report.
        const done = (): void => {
          clearTimeout(timer);
          resolve();
        };
        posthog.flush().then(done, done);
      }),
  });
}
