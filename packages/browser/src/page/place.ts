import { TEXT_UNITS } from "./limits";
import type { PageOptions } from "./page-options";

/** Where a page is and where its visitor came from; kept like this, and told as PostHog's properties. */
export interface Place {
  /** The address, without what is not to be said. */
  readonly url: string;
  /** The address of the page before, as sparing; "" where there is none. */
  readonly referrer: string;
  /** The parameters of the campaign, as a query without `?`. */
  readonly campaign: string;
}

/** PostHog's names, which are the parameters' own. */
const CAMPAIGN = "utm_source utm_medium utm_campaign utm_content utm_term gad_source mc_cid";
const CLICK_IDS =
  "gclid gclsrc dclid gbraid wbraid fbclid msclkid twclid li_fat_id igshid ttclid rdt_cid epik qclid sccid irclid _kx";

/** Reads addresses as far as the host lets them be said. */
export interface PlaceReader {
  /** An address as it may be said; "" for none. */
  address(href: string): string;
  /** The parameters of a campaign in a query, "" for none. */
  campaign(search: string): string;
  /** A place as PostHog's properties. */
  properties(place: Place): Record<string, string>;
}

/** A reader for one host's options. Paths are cut, parameters and fragments left out unless named. */
export function createPlaceReader({
  params = [],
  click_ids,
  path = (pathname) => pathname,
}: PageOptions): PlaceReader {
  const campaignNames = `${CAMPAIGN} ${click_ids ? CLICK_IDS : ""}`.split(" ");

  const campaign = (search: string): string => keep(search, campaignNames);

  return {
    address(href) {
      if (!href) return "";
      const { protocol, host, pathname, search } = new URL(href);
      // What others write into their addresses is not the host's to name.
      const isOwn = host === location.host;
      const kept = isOwn && keep(search, params);
      // A path without its first slash would become part of the host.
      const shown = isOwn ? path(pathname).replace(/^\/*/, "/") : pathname;
      return `${protocol}//${host}${shown}${kept ? `?${kept}` : ""}`.slice(0, TEXT_UNITS);
    },
    campaign,
    properties({ url, referrer, campaign: query }) {
      const { host, pathname } = new URL(url);
      const domain = referrer && new URL(referrer).host;
      const engine = /(google|bing|yahoo|duckduckgo)\./.exec(domain)?.[1];
      return {
        $current_url: url,
        $host: host,
        $pathname: pathname,
        $referrer: referrer || "$direct",
        $referring_domain: domain || "$direct",
        ...(engine && { $search_engine: engine }),
        // Filtered again: what was stored is not to bring other names.
        ...Object.fromEntries(new URLSearchParams(campaign(query))),
      };
    },
  };
}

/** What a query has of some parameters, as it is written there; the first of each, and none that is empty. */
function keep(search: string, names: readonly string[]): string {
  const left = new Set(names);
  return search
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => /=./.test(pair) && left.delete(pair.split("=")[0] ?? ""))
    .join("&")
    .slice(0, TEXT_UNITS);
}
