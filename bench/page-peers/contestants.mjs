// Each contestant as the script of a page. It offers `globalThis.call(n)`, which tracks one event.
const event = `{ range: "30d", accounts: n, currency: "EUR", view: "by service" }`;

const ours = (sink, more = "") => `
import { createTracker } from "cost-browser";
import { standAlone } from "@dd0c/track-browser";
${more}
const tracker = createTracker({ sink: ${sink}, context: { app_version: "1.4.2" } });
const { track } = tracker.forTenant("t_42");
globalThis.call = (n) => track.dashboard.cost.viewed(${event});
`;

/** What serialising and pushing the same event costs, by hand: the least that a client can do. */
const floor = `
const queue = [];
const context = { app_version: "1.4.2", product: "cost", tenant_id: "t_42", $groups: { tenant: "t_42" }, $lib: "floor", $lib_version: "0" };
globalThis.call = (n) => queue.push(JSON.stringify({
  event: "dashboard.cost.viewed", distinct_id: "anon_1", properties: { ...${event}, ...context },
  timestamp: new Date().toISOString(), uuid: crypto.randomUUID(),
}));
`;

/** By name; each page's origin takes whatever is sent. */
export const CONTESTANTS = {
  floor,
  "dd0c/track": ours(`standAlone({ api_key: "phc_x", host: location.origin })`),
  "dd0c/track, `localStore()`": ours(
    `standAlone({ api_key: "phc_x", host: location.origin, store: localStore() })`,
    `import { localStore } from "@dd0c/track-browser/store";`,
  ),
  "dd0c/track, `describePage()`": ours(
    `describePage(standAlone({ api_key: "phc_x", host: location.origin }))`,
    `import { describePage } from "@dd0c/track-browser/page";`,
  ),
  Snowplow: `
import { newTracker, trackSelfDescribingEvent } from "@snowplow/browser-tracker";
newTracker("sp", location.origin, { appId: "cost" });
const schema = "iglu:com.example/viewed/jsonschema/1-0-0";
globalThis.call = (n) => trackSelfDescribingEvent({ event: { schema, data: ${event} } });
`,
  "posthog-js-lite": `
import { PostHog } from "posthog-js-lite";
const posthog = new PostHog("phc_x", { host: location.origin, autocapture: false });
globalThis.call = (n) => posthog.capture("dashboard.cost.viewed", ${event});
`,
  "posthog-js": `
import posthog from "posthog-js";
posthog.init("phc_x", {
  api_host: location.origin, autocapture: false, capture_pageview: false, advanced_disable_flags: true,
  disable_external_dependency_loading: true, disable_session_recording: true, disable_surveys: true,
  opt_out_useragent_filter: true,
  // Past its own limit it would drop the event, which costs less.
  rate_limiting: { events_per_second: 1e6, events_burst_limit: 1e6 },
});
globalThis.call = (n) => posthog.capture("dashboard.cost.viewed", ${event});
`,
  "Segment analytics-next": `
import { AnalyticsBrowser } from "@segment/analytics-next";
const analytics = AnalyticsBrowser.load({
  writeKey: "x",
  cdnSettings: { integrations: { "Segment.io": { apiKey: "x", apiHost: location.host + "/v1", protocol: "http" } } },
});
globalThis.call = (n) => void analytics.track("dashboard.cost.viewed", ${event});
`,
};
