import { allProperties, type MakeSink } from "@dd0c/track-core";

/** As much of posthog-js as we call. */
export interface PostHogJs {
  capture(
    event: string,
    properties: Record<string, unknown>,
    options: { timestamp?: Date; uuid?: string },
  ): unknown;
  identify(distinctId: string, traits: Record<string, unknown>): void;
  group(type: string, key: string, traits: Record<string, unknown>): void;
  register(properties: Record<string, unknown>): void;
  reset(): void;
}

/**
 * Events through the host's posthog-js, which knows the person, the session and the page. `sent`
 * counts what was handed over; its queue, its retries and its own consent stay the host's.
 */
export function throughPostHogJs(posthog: PostHogJs): MakeSink {
  return ({ counters }) => ({
    take(ready) {
      const { event, distinct_id, timestamp, uuid } = ready;
      const properties = allProperties(ready);
      if (distinct_id) properties.distinct_id = distinct_id;
      // Its own stamps are as good as ours, so it gets one only where the call brought one;
      // undefined is as good as absent to it.
      const stamps = { timestamp: timestamp && new Date(timestamp), uuid };
      posthog.capture(event, properties, stamps as { timestamp?: Date; uuid?: string });
      counters.sent++;
      return undefined;
    },
    flush: async () => {},
    identify(id, traits) {
      posthog.identify(id, traits);
      counters.sent++;
    },
    group(type, key, traits) {
      posthog.group(type, key, traits);
      counters.sent++;
    },
    register: (properties) => posthog.register(properties),
    reset: () => posthog.reset(),
  });
}
