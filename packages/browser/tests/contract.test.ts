import { standAlone } from "@dd0c/track-browser";
import { createTracker } from "../../core/tests/fixtures/cost-browser";
import { type ContractTracker, runtimeContract } from "../../core/tests/runtime-contract";
import { openFakePage } from "./fake-page";

runtimeContract(
  "browser, stand-alone",
  {
    lib: "dd0c-track-browser",
    hashes: false,
    own: true,
    extra: ["$process_person_profile"],
    nobody: (id) => id.startsWith("anon_"),
  },
  async (endpoint, errors) => {
    const page = openFakePage();
    const tracker = createTracker({
      sink: standAlone({ api_key: "phc_test", host: endpoint.url }),
      context: { app_version: "1.2.3" },
      onError: (error) => void errors.push(error.code),
    });
    return {
      // The contract passes raw PII, which the browser's own types refuse.
      tracker: tracker as unknown as ContractTracker,
      stop: async () => {
        await tracker.shutdown();
        page.leave();
      },
    };
  },
);
