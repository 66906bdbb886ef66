import type { WireEvent } from "@dd0c/track-core";
import { pageUuid } from "../page-uuid";

/** Keeps the view that an event belongs to, and what PostHog asks about the one before. */
export interface Pageviews {
  /** What an event says of the view. `$pageview` begins one, and gets its uuid here if it has none. */
  describe(event: WireEvent, now: number, path: unknown): Record<string, unknown>;
  forget(): void;
}

/** Views as posthog-js counts them: in memory, so that each page of a site without a router begins anew. */
export function createPageviews(): Pageviews {
  let view: { readonly id: string; readonly path: unknown; readonly since: number } | undefined;
  return {
    describe(event, now, path) {
      const isNew = event.event === "$pageview";
      const before = isNew || event.event === "$pageleave" ? view : undefined;
      if (isNew) {
        event.uuid ??= pageUuid();
        view = { id: event.uuid, path, since: now };
      }
      return {
        $pageview_id: view?.id,
        ...(before && {
          $prev_pageview_id: before.id,
          $prev_pageview_pathname: before.path,
          $prev_pageview_duration: (now - before.since) / 1_000,
        }),
      };
    },
    forget() {
      view = undefined;
    },
  };
}
