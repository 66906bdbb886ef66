import { domainToASCII } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { costPlan } from "../../../core/tests/fixtures/cost-plan";
import { startPostHogEndpoint } from "../../../core/tests/posthog-endpoint";
import {
  CONTRACT_KEY,
  type ContractTracker,
  runtimeContract,
} from "../../../core/tests/runtime-contract";
import { createNodeTracker, type NodeTracker } from "../../src/edge";
import { edgePlatform } from "../../src/edge/edge-platform";

for (const protocol of ["v0", "v1"] as const)
  runtimeContract(
    `edge, ${protocol}`,
    {
      lib: "dd0c-track-node",
      hashes: true,
      own: true,
      extra: ["$is_server", "$geoip_disable"],
      nobody: (id) => id === "$tenant_t1",
    },
    async (endpoint, errors) => {
      const tracker = createNodeTracker<NodeTracker & ContractTracker>(costPlan("node"), {
        api_key: "phc_test",
        host: endpoint.url,
        protocol,
        hashKey: CONTRACT_KEY,
        context: { app_version: "1.2.3" },
        onError: (error) => void errors.push(error.code),
      });
      return { tracker, stop: async () => void (await tracker.shutdown()) };
    },
  );

test("a 200 that says that the project is over its quota is heard through fetch too", async () => {
  const endpoint = await startPostHogEndpoint();
  const body = '{"status":"Ok","quota_limited":["events"]}';
  endpoint.answer({ status: 200, headers: { "content-length": String(body.length) }, body });
  const tracker = createNodeTracker<NodeTracker & ContractTracker>(costPlan("node"), {
    api_key: "phc_test",
    host: endpoint.url,
    context: { app_version: "1.2.3" },
    onError: () => {},
  });
  tracker.forTenant("t1").track.cost.anomaly.snoozed({ hours: 1 });
  expect(await tracker.shutdown()).toEqual({ sent: 0, dropped: 1, pending: 0 });
  expect(tracker.stats().dropped).toEqual({ over_quota: 1 });
  await endpoint.close();
});

test("domains are spelt as Node spells them", () => {
  const label = fc.string({
    unit: fc.constantFrom(..."ab1-_ü/:@%", "xn--", "0x"),
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
      const domain = labels.join(".");
      expect(edgePlatform.asciiDomain(domain)).toBe(domainToASCII(domain));
    }),
    { numRuns: 1_000 },
  );
});
