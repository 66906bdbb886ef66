import type { WireEvent } from "@dd0c/track-core";
import { pageUuid } from "../page-uuid";
import { describeDevice } from "./device";
import type { PageOptions } from "./page-options";
import { createPageviews } from "./pageviews";
import { createPlaceReader, type Place } from "./place";
import { createSessionClock, type Session } from "./session-clock";
import { storedEntry } from "./stored-entry";

type Properties = Record<string, unknown>;

/** A tab's own, which outlives its pages. */
interface Tab {
  /** `$window_id`: another one for each tab and each session. */
  window: string;
  /** The page before the first one in this tab. */
  readonly referrer: string;
  /** Of the last address that named one. */
  campaign: string;
}

/** What a page says of an event. */
export interface Said {
  /** The same object for all events while neither session, address nor window change. */
  readonly common: Properties;
  /** What this event has besides. */
  readonly own: Properties;
}

/** A page that is asked, event by event, what it says about itself. */
export interface OpenPage {
  describe(event: WireEvent): Said;
  /** Ends the session and forgets where the visitor came from: at logout, and when consent is taken back. */
  forget(): void;
  close(): void;
}

/**
 * Opens the page. Nothing is read or stored before the first event; then the session's entry in
 * localStorage is written once a minute at most and as the page is hidden, and the tab's in
 * sessionStorage only as the page is left.
 */
export function openPage(options: PageOptions): OpenPage {
  const places = createPlaceReader(options);
  const sessions = storedEntry<Session>(() => localStorage, "dd0c_session", isSession);
  const tabs = storedEntry<Tab>(() => sessionStorage, "dd0c_tab", isTab);
  const pageviews = createPageviews();
  const clock = createSessionClock({
    ...sessions,
    later: (run) => void setTimeout(run),
    begin(now) {
      pageviews.forget();
      here().window = pageUuid();
      return { id: pageUuid(), seen: now, entry: placeOf(document.referrer, location.search) };
    },
  });
  let tab: Tab | undefined;
  let device: Properties | undefined;
  /** What all events have in common while neither session nor address change. */
  let common: Properties | undefined;
  let href = "";
  let session: Session | undefined;

  const placeOf = (referrer: string, search: string): Place => ({
    url: places.address(location.href),
    referrer: places.address(referrer),
    campaign: places.campaign(search),
  });

  /** The tab. A page takes its entry away while it lives, so that a copy of the tab becomes another one. */
  function here(): Tab {
    if (!tab) {
      tab = tabs.read();
      if (tab) tabs.write(undefined);
    }
    tab ??= { window: pageUuid(), referrer: places.address(document.referrer), campaign: "" };
    return tab;
  }

  function describeCommon({ id, entry }: Session): Properties {
    const { window, referrer } = here();
    const campaign = places.campaign(location.search) || here().campaign;
    here().campaign = campaign;
    device ??= describeDevice();
    return {
      ...device,
      ...places.properties({ url: places.address(location.href), referrer, campaign }),
      ...renamed(places.properties(entry), (name) =>
        name === "$current_url" ? "$session_entry_url" : `$session_entry_${name.replace("$", "")}`,
      ),
      $session_id: id,
      $window_id: window,
    };
  }

  const gone = new AbortController();
  const { signal } = gone;
  // First of all who listen: what is sent as the page goes is to have its session too.
  addEventListener(
    "pagehide",
    () => {
      clock.save();
      if (tab) tabs.write(tab);
    },
    { signal, capture: true },
  );
  document.addEventListener("visibilitychange", clock.save, { signal });
  addEventListener(
    "resize",
    () => {
      device = common = undefined;
    },
    { signal },
  );

  return {
    describe(event) {
      const now = Date.now();
      const current = clock.touch(now);
      if (!common || current.id !== session?.id || location.href !== href) {
        common = describeCommon(current);
        href = location.href;
        session = current;
      }
      const own = pageviews.describe(event, now, common.$pathname);
      // A person who becomes known is told where their visit began, once.
      if (event.event === "$identify")
        own.$set_once = renamed(
          places.properties(current.entry),
          (name) => `$initial_${name.replace("$", "")}`,
        );
      return { common, own };
    },
    forget() {
      tab = common = undefined;
      pageviews.forget();
      clock.end();
      tabs.write(undefined);
    },
    close: () => gone.abort(),
  };
}

function renamed(properties: Properties, rename: (name: string) => string): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [rename(name), value]),
  );
}

const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;

// Where a member is missing or an address is none, this throws, which is as good as no.
function isSession({ id, seen, entry }: Session): boolean {
  return UUID_V7.test(id) && seen > 0 && isAddress(entry.url) && isOrigin(entry);
}

function isTab(tab: Tab): boolean {
  return UUID_V7.test(tab.window) && isOrigin(tab);
}

function isOrigin({ referrer, campaign }: Pick<Place, "referrer" | "campaign">): boolean {
  return (referrer === "" || isAddress(referrer)) && typeof campaign === "string";
}

function isAddress(text: string): boolean {
  return new URL(text).href !== "";
}
