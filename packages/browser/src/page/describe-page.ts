import type { MakeSink, Sink } from "@dd0c/track-core";
import { type OpenPage, openPage } from "./open-page";
import type { PageOptions } from "./page-options";

/**
 * A sink that adds what posthog-js would say of the page, the visit and the device:
 * `createTracker({ sink: describePage(standAlone({ api_key })) })`. Sessions, paths and web analytics
 * need it. Addresses leave without query and fragment unless `params` names what stays. What the
 * plan's events and context say goes before it. Several trackers of one page share what is answered.
 */
export function describePage(make: MakeSink, options: PageOptions = {}): MakeSink {
  let page: OpenPage | undefined;
  const users = new Set<Sink>();

  return (host) => {
    const sink = make(host);
    users.add(sink);
    page ??= openPage(options);
    const opened = page;
    return {
      ...sink,
      take(event) {
        let properties: Record<string, unknown> = {};
        try {
          properties = opened.describe(event);
          properties.$is_identified = event.distinct_id !== sink.anonymousId?.();
        } catch {
          // An event is worth more than what the page says of itself.
          host.report("internal", "page");
        }
        return sink.take({ ...event, properties: Object.assign(properties, event.properties) });
      },
      reset() {
        opened.forget();
        sink.reset?.();
      },
      close() {
        users.delete(sink);
        if (!users.size) {
          opened.close();
          page = undefined;
        }
        sink.close?.();
      },
    };
  };
}
