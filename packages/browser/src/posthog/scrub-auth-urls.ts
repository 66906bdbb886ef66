import { isPage, type PagePattern } from "./auth-pages";
import type { CapturedEvent } from "./guard-capture";

/** Events that say what somebody did on a page, and not only that they were there. */
const CLOSE = new Set([
  "$autocapture",
  "$rageclick",
  "$dead_click",
  "$heatmap",
  "$$heatmap",
  "$copy_autocapture",
]);

/**
 * A `before_send` that takes query and hash from every URL of these pages, where tokens and addresses
 * are, and drops what posthog-js has seen somebody do on one.
 */
export function scrubAuthUrls(
  pages: readonly PagePattern[],
): <E extends CapturedEvent & { $set?: object; $set_once?: object }>(
  captured: E | null,
) => E | null {
  const scrub = (value: unknown): unknown => {
    if (typeof value !== "string" || !/^https?:/.test(value)) return value;
    try {
      const url = new URL(value);
      return isPage(url.pathname, pages) ? url.origin + url.pathname : value;
    } catch {
      return value;
    }
  };
  const scrubAll = (holder: object | undefined): void => {
    for (const [name, value] of Object.entries(holder ?? {}))
      (holder as Record<string, unknown>)[name] = scrub(value);
  };

  return (captured) => {
    if (!captured) return captured;
    const path = captured.properties.$pathname;
    if (CLOSE.has(captured.event) && typeof path === "string" && isPage(path, pages)) return null;
    scrubAll(captured.properties);
    scrubAll(captured.$set);
    scrubAll(captured.$set_once);
    return captured;
  };
}
