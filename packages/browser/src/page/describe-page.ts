import type { MakeSink, Sink } from "@dd0c/track-core";
import { createJoin } from "./join";
import { type OpenPage, openPage, type Said } from "./open-page";
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
    const join = createJoin();
    return {
      ...sink,
      take(event) {
        let said: Said | undefined;
        try {
          said = opened.describe(event);
          said.own.$is_identified = event.distinct_id !== sink.anonymousId?.();
        } catch {
          // An event is worth more than what the page says of itself.
          host.report("internal", "page");
        }
        return sink.take(said ? join(event, said) : event);
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
