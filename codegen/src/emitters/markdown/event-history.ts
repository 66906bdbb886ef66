import type { Event } from "../../plan/resolved-plan.js";
import { markdownText } from "../../print/markdown-text.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";
import { sentence } from "./wording.js";

/** Since when the event is there, what changed since an earlier plan, and when it goes. */
export function addHistory(page: Page, event: Event, site: Site, level: 2 | 3): void {
  const { since, deprecated, expires } = event;
  const { base, plan } = site;
  const changed = base?.changesOf(event) ?? null;
  const points = [
    since === null ? "" : `**${markdownText(since)}:** added.`,
    changed === null || base === null
      ? ""
      : `**Since ${markdownText(base.version)}:** ${changed.isNew ? `new in ${markdownText(plan.version)}` : changed.changes.join("; ")}.`,
    deprecated === null
      ? ""
      : `**${deprecated.since === null ? "Now" : markdownText(deprecated.since)}:** deprecated. ${sentence(markdownText(deprecated.reason))}`,
    deprecated?.sunset == null ? "" : `**After ${deprecated.sunset}:** it may be removed.`,
    expires === null ? "" : `**After ${expires}:** nobody should send it.`,
  ].filter((point) => point !== "");
  if (points.length === 0) return;
  page.subheading(level, "History");
  page.list(points);
}
