import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Who is put through a fault. */
export type Contestant = "dd0c/track" | "dd0c/track with a store" | "posthog-js";

declare global {
  /** What a page of the fault suite offers: it starts a contestant, which then tracks. */
  var start: (who: Contestant) => (from: number, events: number, bytes: number) => void;
}

// posthog-js runs with its defaults, but for what sends events of its own.
const SCRIPT = `
  import posthog from "posthog-js";
  import { standAlone } from "@dd0c/track-browser";
  import { localStore } from "@dd0c/track-browser/store";
  import { createTracker } from "./cost-browser";
  const host = location.origin;
  // Text that does not compress: posthog-js does compress.
  const text = (length) => {
    let random = "";
    while (random.length < length) random += Math.random().toString(36).slice(2);
    return random.slice(0, length);
  };
  globalThis.start = (who) => {
    if (who === "posthog-js") posthog.init("phc_test", {
      api_host: host, autocapture: false, capture_pageview: false, capture_pageleave: false,
      advanced_disable_flags: true, disable_external_dependency_loading: true,
      disable_session_recording: true, disable_surveys: true, opt_out_useragent_filter: true,
    });
    const store = who === "dd0c/track with a store" ? localStore() : undefined;
    const tracker = who === "posthog-js" ? undefined : createTracker({
      sink: standAlone({ api_key: "phc_test", host, store }), context: { app_version: "1.2.3" },
    }).forTenant("t1");
    return (from, events, bytes) => {
      for (let n = from; n < from + events; n++) {
        const properties = { hours: n, text: text(bytes) };
        if (tracker) tracker.track.cost.anomaly.snoozed(properties);
        else posthog.capture("cost.anomaly.snoozed", properties);
      }
    };
  };
`;

/** The script of the suite's pages, bundled as a host would bundle it. */
export async function buildPageScript(): Promise<string> {
  const fixtures = fileURLToPath(new URL("../../../core/tests/fixtures", import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: fixtures, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    conditions: ["dd0c-source"],
  });
  return outputFiles[0]?.text ?? "";
}
