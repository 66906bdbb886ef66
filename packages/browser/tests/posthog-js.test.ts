// @vitest-environment jsdom
import posthog from "posthog-js";
import { createTracker } from "../../core/tests/fixtures/cost-browser";
import { type ContractTracker, runtimeContract } from "../../core/tests/runtime-contract";

let started = 0;

runtimeContract(
  "browser, posthog-js",
  {
    lib: "dd0c-track-browser",
    hashes: false,
    own: false,
    readsPrototypes: true,
    nobody: (id) => /^[\da-f-]{36}$/.test(id),
  },
  async (endpoint, errors) => {
    started++;
    const instance = posthog.init(
      "phc_test",
      {
        api_host: endpoint.url,
        persistence: "localStorage",
        request_batching: false,
        disable_compression: true,
        autocapture: false,
        capture_pageview: false,
        capture_pageleave: false,
        advanced_disable_flags: true,
        disable_external_dependency_loading: true,
        disable_session_recording: true,
        disable_surveys: true,
        // It takes jsdom for a robot, and more than ten events a second for a mistake.
        opt_out_useragent_filter: true,
        rate_limiting: { events_per_second: 10_000, events_burst_limit: 10_000 },
      },
      `test${started}`,
    );
    const tracker = createTracker({
      posthog: instance,
      context: { app_version: "1.2.3" },
      onError: (error) => void errors.push(error.code),
    });
    return {
      // The contract passes raw PII, which the browser's own types refuse.
      tracker: tracker as unknown as ContractTracker,
      stop: async () => void (await tracker.shutdown()),
    };
  },
);
