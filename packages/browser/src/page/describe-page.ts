import type { MakeSink } from "@dd0c/track-core";
import { openPage } from "./open-page";
import type { PageOptions } from "./page-options";

/**
 * A sink that adds what posthog-js would say of the page, the visit and the device:
 * `createTracker({ sink: describePage(standAlone({ api_key })) })`. Sessions, paths and web analytics
 * need it. Addresses leave without query and fragment unless `params` names what stays. What the
 * plan's events and context say goes before it.
 */
export function describePage(make: MakeSink, options: PageOptions = {}): MakeSink {
  return (host) => {
    const sink = make(host);
    const page = openPage(options);
    return {
      ...sink,
      take(event) {
        let said: Record<string, unknown> | undefined;
        try {
          said = page.describe(event);
          said.$is_identified = event.distinct_id !== sink.anonymousId?.();
        } catch {
          // An event is worth more than what the page says of itself.
          host.report("internal", "page");
        }
        return sink.take({ ...event, properties: { ...said, ...event.properties } });
      },
      reset() {
        page.forget();
        sink.reset?.();
      },
      close() {
        page.close();
        sink.close?.();
      },
    };
  };
}
