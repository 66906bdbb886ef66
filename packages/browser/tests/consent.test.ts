import { standAlone } from "@dd0c/track-browser";
import { askConsent, type ConsentOptions } from "@dd0c/track-browser/consent";
import { localStore } from "@dd0c/track-browser/store";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTracker, type Tracker } from "../../core/tests/fixtures/cost-browser";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../core/tests/posthog-endpoint";
import { type FakePage, openFakePage } from "./fake-page";

describe("consent", () => {
  let endpoint: PostHogEndpoint;
  let page: FakePage;
  const trackers: Tracker[] = [];
  beforeEach(async () => {
    endpoint = await startPostHogEndpoint();
    page = openFakePage();
  });
  afterEach(async () => {
    for (const tracker of trackers.splice(0)) await tracker.shutdown();
    page.leave();
    await endpoint.close();
  });

  function start(options?: ConsentOptions): Tracker {
    const tracker = createTracker({
      consent: askConsent(options),
      sink: standAlone({ api_key: "phc_test", host: endpoint.url, store: localStore() }),
      context: { app_version: "1.2.3" },
    });
    trackers.push(tracker);
    return tracker;
  }
  const track = (tracker: Tracker): void => tracker.forTenant("t1").track.cost.anomaly.snoozed();
  const say = (signal: string, value: unknown): void =>
    void Object.defineProperty(page.window.navigator, signal, { configurable: true, value });

  test("required: before a yes nothing is stored, read or sent, not even who it is", async () => {
    page.window.localStorage.setItem(
      "dd0c_queue_phc_test_0123456789ab_0",
      '{"event":"e","uuid":"u"}',
    );
    const before = { ...page.window.localStorage };
    const tracker = start({ required: true });
    track(tracker);
    tracker.identify("u1");
    tracker.reset();
    tracker.register({ theme: "dark" });
    page.hide();
    expect(await tracker.flush()).toMatchObject({ pending: 0 });
    expect({ ...page.window.localStorage }).toEqual(before);
    expect(endpoint.requests).toEqual([]);
    expect(tracker.stats().dropped).toEqual({ opted_out: 2 });

    tracker.optIn();
    track(tracker);
    await tracker.flush();
    const [event] = await endpoint.arrived(1, ({ event }) => event !== "e");
    expect(event?.properties).toMatchObject({ theme: "dark" });
  });

  test("a decision holds on later pages, and a bound tracker's counts for all", async () => {
    start({ required: true }).forTenant("t1").optIn();
    const later = start({ required: true });
    track(later);
    expect(later.stats()).toMatchObject({ accepted: 1, dropped: {} });
    later.optOut();
    track(later);
    expect(later.stats().dropped).toEqual({ opted_out: 1 });
    track(start());
    expect(trackers.at(-1)?.stats().dropped).toEqual({ opted_out: 1 });
  });

  test("opting out forgets the person; what was accepted before is delivered", async () => {
    const tracker = start();
    tracker.identify("u1");
    tracker.optOut();
    expect(page.window.localStorage.getItem("dd0c_track_phc_test")).toBe("");
    await tracker.flush();
    expect((await endpoint.arrived(1))[0]?.event).toBe("$identify");
  });

  test.each([
    ["globalPrivacyControl", true, "respect_gpc"],
    ["doNotTrack", "1", "respect_dnt"],
  ] as const)(
    "%s is a no unless told otherwise, and unless the person says yes",
    (signal, value, option) => {
      say(signal, value);
      const tracker = start();
      track(tracker);
      expect(tracker.stats().dropped).toEqual({ opted_out: 1 });
      const heedless = start({ [option]: false });
      track(heedless);
      expect(heedless.stats().accepted).toBe(1);
      tracker.optIn();
      track(tracker);
      expect(tracker.stats().accepted).toBe(1);
    },
  );

  test("beside posthog-js nothing reaches it before a yes, and all of it after", () => {
    const calls: string[] = [];
    const told =
      (name: string) =>
      (what?: unknown): void =>
        void calls.push(`${name} ${JSON.stringify(what)}`);
    const tracker = createTracker({
      consent: askConsent({ required: true }),
      posthog: {
        capture: told("capture"),
        identify: told("identify"),
        group: told("group"),
        register: told("register"),
        reset: told("reset"),
      },
      context: { app_version: "1.2.3" },
    });
    tracker.identify("u1");
    track(tracker);
    expect(calls).toEqual([]);
    tracker.optIn();
    tracker.identify("u1");
    tracker.register({ theme: "dark" });
    track(tracker);
    tracker.optOut();
    track(tracker);
    expect(calls).toEqual([
      'identify "u1"',
      'register {"theme":"dark"}',
      'capture "cost.anomaly.snoozed"',
      "reset undefined",
    ]);
  });

  test("without consent events are taken from the start, for robots too", () => {
    say("globalPrivacyControl", true);
    say("webdriver", true);
    const tracker = createTracker({
      sink: standAlone({ api_key: "phc_test", host: endpoint.url }),
      context: { app_version: "1.2.3" },
    });
    trackers.push(tracker);
    track(tracker);
    expect(tracker.stats()).toMatchObject({ accepted: 1, dropped: {} });
  });
});
