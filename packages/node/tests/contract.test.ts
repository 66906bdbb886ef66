import { PostHog } from "posthog-node";
import { createTracker } from "../../core/tests/fixtures/cost-node";
import { CONTRACT_KEY, runtimeContract } from "../../core/tests/runtime-contract";

const context = { app_version: "1.2.3" };
const traits = {
  lib: "dd0c-track-node",
  hashes: true,
  extra: ["$is_server", "$geoip_disable"],
  nobody: (id: string) => id === "$tenant_t1",
};

for (const protocol of ["v0", "v1"] as const)
  runtimeContract(`node, ${protocol}`, { ...traits, own: true }, async (endpoint, errors) => {
    const tracker = createTracker({
      api_key: "phc_test",
      host: endpoint.url,
      protocol,
      hashKey: CONTRACT_KEY,
      context,
      onError: (error) => void errors.push(error.code),
    });
    return { tracker, stop: async () => void (await tracker.shutdown()) };
  });

runtimeContract(
  "node, posthog-node",
  { ...traits, own: false, lib: "posthog-node" },
  async (endpoint, errors) => {
    const posthog = new PostHog("phc_test", { host: endpoint.url, flushAt: 1_000 });
    const tracker = createTracker({
      posthog,
      hashKey: CONTRACT_KEY,
      context,
      onError: (error) => void errors.push(error.code),
    });
    return {
      tracker,
      stop: async () => {
        await tracker.shutdown();
        await posthog.shutdown();
      },
    };
  },
);
