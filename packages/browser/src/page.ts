/** What a stand-alone page says about itself: an import of its own, so that only pages that say it carry it. */
export { describePage } from "./page/describe-page";
export type { PageOptions } from "./page/page-options";
export { trackPageviews } from "./page/track-pageviews";
