// Bytes that a page carries for five typed events, posthog-js being the host's own (external) and for
// ours also stand-alone, beside what the peers' SDKs weigh. Minified by esbuild, then gzip -9.
import { gzipSync } from "node:zlib";
import { table } from "./measure.mjs";

const calls = `
const { track } = tracker.forTenant("t_42");
track.account.signup.started({ signup_source: "pricing" });
track.dashboard.cost.viewed({});
track.billing.checkout.started({});
track.platform.cross_sell.impression({});
track.onboarding.wizard.abandoned({});
`;

const pages = {
  "ours, through the host's posthog-js": `import { createTracker } from "@dd0c/track-events/route/browser";\nconst tracker = createTracker({ posthog: window.posthog });${calls}`,
  "ours, stand-alone": `import { createTracker } from "@dd0c/track-events/route/browser";\nimport { standAlone } from "@dd0c/track-browser";\nconst tracker = createTracker({ sink: standAlone({ api_key: "phc_x" }) });${calls}`,
  "posthog-js (no typed events)":
    'import posthog from "posthog-js";\nposthog.init("phc_x");\nposthog.capture("a");',
};

/** Measures each page. */
export async function bundle({ root }) {
  const { build } = await import("esbuild");
  const rows = [];
  for (const [name, contents] of Object.entries(pages)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: `${root}/packages/events`, loader: "js" },
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
