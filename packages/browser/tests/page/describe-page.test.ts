import { standAlone } from "@dd0c/track-browser";
import { askConsent } from "@dd0c/track-browser/consent";
import { describePage, type PageOptions, trackPageviews } from "@dd0c/track-browser/page";
import type { MakeSink, WireEvent } from "@dd0c/track-core";
import { allProperties } from "@dd0c/track-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTracker } from "../../../core/tests/fixtures/cost-browser";
import { type FakePage, openFakePage } from "../fake-page";

const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe("what a page says about itself", () => {
  let page: FakePage | undefined;
  let taken: WireEvent[];
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_790_000_000_000 });
    taken = [];
  });
  afterEach(() => {
    page?.leave();
    page = undefined;
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const keep: MakeSink = () => ({
    take: (event) => void taken.push(event),
    flush: async () => {},
    distinctId: () => "anon_1",
    anonymousId: () => "anon_1",
  });
  function start(options?: PageOptions, url?: string, referrer?: string) {
    page = openFakePage(url, referrer ? { referrer } : {});
    const errors: string[] = [];
    const tracker = createTracker({
      sink: describePage(keep, options),
      context: { app_version: "1.2.3" },
      onError: ({ code, about }) => void errors.push(`${code} ${about}`),
    });
    const bound = tracker.forTenant("t1");
    const track = (properties?: object): Record<string, unknown> => {
      bound.track.cost.anomaly.snoozed(properties);
      return allProperties(taken.at(-1) as WireEvent);
    };
    return { tracker, bound, track, errors, window: page.window };
  }
  /** The next page of the same tab: it finds what the one before has stored. */
  function next(url: string, referrer: string) {
    const before = page as FakePage;
    before.window.dispatchEvent(new before.window.PageTransitionEvent("pagehide"));
    const { localStorage, sessionStorage } = before.window;
    const stored = [{ ...localStorage }, { ...sessionStorage }] as Record<string, string>[];
    before.leave();
    const started = start(undefined, url, referrer);
    for (const [n, storage] of [
      started.window.localStorage,
      started.window.sessionStorage,
    ].entries())
      for (const [key, value] of Object.entries(stored[n] ?? {})) storage.setItem(key, value);
    return started;
  }

  test("the address and the referrer travel without query and fragment, campaigns by their names", () => {
    const { track } = start(
      undefined,
      "https://app.example.com/pricing?token=s3cret&utm_source=hn&utm_medium=a+b&gclid=c1&utm_term=#mail",
      "https://www.google.com/search?q=ada",
    );
    const said = track();
    expect(said).toMatchObject({
      $current_url: "https://app.example.com/pricing",
      $host: "app.example.com",
      $pathname: "/pricing",
      $referrer: "https://www.google.com/search",
      $referring_domain: "www.google.com",
      $search_engine: "google",
      utm_source: "hn",
      utm_medium: "a b",
      $session_entry_url: "https://app.example.com/pricing",
      $session_entry_utm_source: "hn",
      $session_id: expect.stringMatching(UUID_V7),
      $window_id: expect.stringMatching(UUID_V7),
      $is_identified: false,
      $device_type: "Desktop",
      $viewport_width: 1024,
    });
    expect(JSON.stringify(said)).not.toMatch(/s3cret|q=ada|gclid|utm_term|mail/);
  });

  test("the host names what stays: parameters, click ids, and how paths are written", () => {
    const { track } = start(
      {
        params: ["tab"],
        click_ids: true,
        path: (path) => path.replace(/\/invite\/.*/, "invite/:code"),
      },
      "https://app.example.com/invite/x7f?tab=a%20b&gclid=c1&tab=2&secret=1",
      "https://app.example.com/invite/before",
    );
    expect(track()).toMatchObject({
      $current_url: "https://app.example.com/invite/:code?tab=a%20b",
      $pathname: "/invite/:code",
      $referrer: "https://app.example.com/invite/:code",
      gclid: "c1",
    });
  });

  test("without a page before, the referrer is `$direct`", () => {
    const { track } = start();
    expect(track()).toMatchObject({ $referrer: "$direct", $referring_domain: "$direct" });
  });

  test("the plan's properties win, and nothing of a page stands in the context's place", () => {
    const { track } = start(
      undefined,
      "https://app.example.com/?product=x&tenant_id=x&utm_source=x",
    );
    const said = track({ $current_url: "mine", utm_source: "mine" });
    expect(said).toMatchObject({
      $current_url: "mine",
      utm_source: "mine",
      product: "cost",
      tenant_id: "t1",
      $lib: "dd0c-track-browser",
    });
  });

  test("damaged or forged entries of the storages are not believed", () => {
    const { track, window } = start();
    const id = "01a0c46b-e33f-7000-8000-000000000001";
    const entry = { url: "https://x.example/", referrer: "", campaign: "product=x&utm_source=y" };
    window.localStorage.setItem("dd0c_session", JSON.stringify({ id, seen: Date.now(), entry }));
    window.sessionStorage.setItem("dd0c_tab", '{"window":"<script>","referrer":7}');
    const said = track();
    expect(said).toMatchObject({ product: "cost", $referrer: "$direct" });
    expect(said.$session_entry_product).toBeUndefined();
    expect(said.$window_id).toMatch(UUID_V7);
  });

  test("nothing is stored before the first event, nothing within a call, little after", () => {
    const { track, window } = start();
    const write = vi.spyOn(window.Storage.prototype, "setItem");
    window.dispatchEvent(new window.PageTransitionEvent("pagehide"));
    expect(write).not.toHaveBeenCalled();
    for (let n = 0; n < 1_000; n++) track();
    expect(write).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10);
    expect(write.mock.calls.map(([key]) => key)).toEqual(["dd0c_session"]);
    window.dispatchEvent(new window.PageTransitionEvent("pagehide"));
    expect(
      write.mock.calls
        .map(([key]) => key)
        .slice(1)
        .sort(),
    ).toEqual(["dd0c_session", "dd0c_tab"]);
  });

  test("the next page of the tab has the session, the window, the first referrer and the campaign", () => {
    const first = start(
      undefined,
      "https://app.example.com/a?utm_source=hn",
      "https://news.example.org/item",
    ).track();
    vi.advanceTimersByTime(60_000);
    const { track, window } = next("https://app.example.com/b", "https://app.example.com/a");
    const second = track();
    for (const name of [
      "$session_id",
      "$window_id",
      "$referrer",
      "utm_source",
      "$session_entry_url",
    ])
      expect(second[name]).toBe(first[name]);
    expect(second.$pathname).toBe("/b");
    // A copy of the tab made now would find no window to take for its own.
    expect(window.sessionStorage.getItem("dd0c_tab")).toBeNull();
  });

  test("another session is another window, and begins where the visitor is then", () => {
    const { track, window } = start(undefined, "https://app.example.com/a");
    const first = track();
    window.history.pushState(null, "", "/b");
    vi.advanceTimersByTime(30 * 60_000 + 1);
    const later = track();
    expect(later.$session_id).not.toBe(first.$session_id);
    expect(later.$window_id).not.toBe(first.$window_id);
    expect(later.$session_entry_pathname).toBe("/b");
  });

  test("trackers that share it are in one session and one window, until the last has closed", async () => {
    const { window } = start();
    const sink = describePage(keep);
    const trackers = [1, 2].map(() => createTracker({ sink, context: { app_version: "1.2.3" } }));
    const track = (n: number): unknown[] => {
      trackers[n]?.forTenant("t1").track.cost.anomaly.snoozed();
      const { $session_id, $window_id } = allProperties(taken.at(-1) as WireEvent);
      return [$session_id, $window_id];
    };
    const first = track(0);
    expect(track(1)).toEqual(first);
    await trackers[0]?.shutdown();
    const write = vi.spyOn(window.Storage.prototype, "setItem");
    window.dispatchEvent(new window.PageTransitionEvent("pagehide"));
    expect(write).toHaveBeenCalledTimes(2);
    await trackers[1]?.shutdown();
    window.dispatchEvent(new window.PageTransitionEvent("pagehide"));
    expect(write).toHaveBeenCalledTimes(2);
  });

  test("`reset()` ends the session and forgets the campaign", () => {
    const { tracker, track, window } = start(undefined, "https://app.example.com/?utm_source=hn");
    const first = track();
    window.history.pushState(null, "", "/b");
    expect(track().utm_source).toBe("hn");
    tracker.reset();
    expect({ ...window.localStorage, ...window.sessionStorage }).toEqual({});
    const later = track();
    expect(later.$session_id).not.toBe(first.$session_id);
    expect(later.utm_source).toBeUndefined();
  });

  test("who becomes known takes along where the visit began", () => {
    const { tracker, track } = start(undefined, "https://app.example.com/a?utm_source=hn");
    track();
    tracker.identify("u1", { role: "owner" });
    expect(taken.at(-1)?.properties).toMatchObject({
      $set: { role: "owner" },
      $set_once: {
        $initial_utm_source: "hn",
        $initial_pathname: "/a",
        $initial_referrer: "$direct",
      },
      $is_identified: true,
    });
  });

  test("a path that cannot be written costs the event what the page says, not the event", () => {
    const { track, errors } = start({
      path() {
        throw new Error("of the host's");
      },
    });
    expect(track().$current_url).toBeUndefined();
    expect(taken).toHaveLength(1);
    expect(errors).toEqual(["internal page"]);
  });

  test("storage that is refused changes nothing for the page itself", () => {
    const { track, window } = start();
    vi.spyOn(window.Storage.prototype, "getItem").mockImplementation(() => {
      throw new Error("denied");
    });
    vi.spyOn(window.Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("denied");
    });
    const { $session_id } = track();
    vi.advanceTimersByTime(20 * 60_000);
    window.dispatchEvent(new window.PageTransitionEvent("pagehide"));
    expect(track().$session_id).toBe($session_id);
  });

  test("with `askConsent` nothing is stored before a yes, and a no removes it again", () => {
    page = openFakePage();
    const { localStorage, sessionStorage } = page.window;
    const tracker = createTracker({
      consent: askConsent({ required: true }),
      sink: describePage(standAlone({ api_key: "phc_test", host: "http://127.0.0.1:9" })),
      context: { app_version: "1.2.3" },
    });
    const bound = tracker.forTenant("t1");
    trackPageviews(bound);
    bound.track.cost.anomaly.snoozed();
    page.hide();
    vi.advanceTimersByTime(100);
    expect({ ...localStorage, ...sessionStorage }).toEqual({});
    tracker.optIn();
    bound.track.cost.anomaly.snoozed();
    vi.advanceTimersByTime(100);
    expect(Object.keys(localStorage)).toContain("dd0c_session");
    tracker.optOut();
    page.window.dispatchEvent(new page.window.PageTransitionEvent("pagehide"));
    vi.advanceTimersByTime(100);
    expect(Object.keys({ ...localStorage, ...sessionStorage })).not.toContain("dd0c_session");
    expect(sessionStorage).toHaveLength(0);
  });

  test("views: one at once, one by hand, `$pageleave`; events name theirs", () => {
    const { bound, track, window } = start(undefined, "https://app.example.com/a");
    const view = trackPageviews(bound);
    const [first] = taken;
    expect(first).toMatchObject({
      event: "$pageview",
      context: { tenant_id: "t1", product: "cost" },
    });
    expect(first?.properties.$pageview_id).toBe(first?.uuid);
    expect(track().$pageview_id).toBe(first?.uuid);
    vi.advanceTimersByTime(5_000);
    window.history.pushState(null, "", "/b");
    view();
    expect(allProperties(taken.at(-1) as WireEvent)).toMatchObject({
      $pathname: "/b",
      $prev_pageview_id: first?.uuid,
      $prev_pageview_pathname: "/a",
      $prev_pageview_duration: 5,
    });
    window.dispatchEvent(new window.PageTransitionEvent("pagehide"));
    expect(taken.at(-1)).toMatchObject({
      event: "$pageleave",
      properties: { $prev_pageview_pathname: "/b" },
    });
  });
});
