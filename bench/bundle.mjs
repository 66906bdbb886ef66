// Bytes that a page carries for five typed events, posthog-js being the host's own (external) and for
// ours also stand-alone, beside what the peers' SDKs weigh. Minified by esbuild, then gzip -9.
import { gzipSync } from "node:zlib";
import { table } from "./measure.mjs";
import { installPagePeers, PEERS } from "./page-peers/install.mjs";

const calls = `
const { track } = tracker.forTenant("t_42");
track.account.signup.started({ signup_source: "pricing" });
track.dashboard.cost.viewed({});
track.billing.checkout.started({});
track.platform.cross_sell.impression({});
track.onboarding.wizard.abandoned({});
`;

const imports = `import { createTracker } from "@dd0c/track-events/route/browser";
import { standAlone } from "@dd0c/track-browser";
import { localStore } from "@dd0c/track-browser/store";
import { askConsent } from "@dd0c/track-browser/consent";
import { describePage } from "@dd0c/track-browser/page";
import { guardCapture, posthogOptions } from "@dd0c/track-browser/posthog";
`;
const alone = (more) =>
  `${imports}const tracker = createTracker({ sink: standAlone({ api_key: "phc_x"${more} }) });${calls}`;

/** What is left unused of the imports costs nothing. */
const pages = {
  "ours, through the host's posthog-js": `${imports}const tracker = createTracker({ posthog: window.posthog });${calls}`,
  "the same with `guardCapture` and `posthogOptions`": `${imports}const before_send = guardCapture({ outside: "drop" });
window.posthog.init("phc_x", posthogOptions({ api_host: "/in", before_send }));
const tracker = createTracker({ posthog: window.posthog });${calls}`,
  "ours, stand-alone": alone(""),
  "the same with `describePage()`": alone("").replace(
    'standAlone({ api_key: "phc_x" })',
    'describePage(standAlone({ api_key: "phc_x" }))',
  ),
  "stand-alone with `localStore()`": alone(", store: localStore()"),
  "the same with `askConsent()` as well": alone(", store: localStore()").replace(
    "createTracker({",
    "createTracker({ consent: askConsent(),",
  ),
  "Snowplow (no typed events)":
    'import { newTracker, trackPageView } from "@snowplow/browser-tracker";\nnewTracker("sp", "x", {});\ntrackPageView();',
  "posthog-js-lite (no typed events)":
    'import { PostHog } from "posthog-js-lite";\nnew PostHog("phc_x").capture("a");',
  "Segment analytics-next (no typed events)":
    'import { AnalyticsBrowser } from "@segment/analytics-next";\nAnalyticsBrowser.load({ writeKey: "x" }).track("a");',
  "posthog-js (no typed events)":
    'import posthog from "posthog-js";\nposthog.init("phc_x");\nposthog.capture("a");',
};

/** Measures each page. */
export async function bundle({ root }) {
  await installPagePeers();
  const { build } = await import("esbuild");
  const rows = [];
  for (const [name, contents] of Object.entries(pages)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: `${root}/packages/events`, loader: "js" },
      nodePaths: [`${PEERS}node_modules`],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2020",
      write: false,
      logLevel: "error",
      treeShaking: true,
    });
    const [{ contents: bytes }] = outputFiles;
    rows.push([
      name,
      bytes.length.toLocaleString("en"),
      gzipSync(bytes, { level: 9 }).length.toLocaleString("en"),
    ]);
  }
  return table(["a page with five typed events", "min bytes", "min + gzip bytes"], rows);
}
