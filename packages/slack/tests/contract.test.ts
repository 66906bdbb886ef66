import { createTracker } from "../../core/tests/fixtures/cost-slack";
import { CONTRACT_KEY, runtimeContract } from "../../core/tests/runtime-contract";

runtimeContract(
  "slack",
  {
    lib: "dd0c-track-slack",
    hashes: true,
    own: true,
    extra: ["$is_server", "$geoip_disable"],
    nobody: (id) => id === "$tenant_t1",
  },
  async (endpoint, errors) => {
    const tracker = createTracker({
      api_key: "phc_test",
      host: endpoint.url,
      hashKey: CONTRACT_KEY,
      context: { app_version: "1.2.3" },
      tenantOf: ({ team_id }) => team_id,
      onError: (error) => void errors.push(error.code),
    });
    return { tracker, stop: async () => void (await tracker.shutdown()) };
  },
);
