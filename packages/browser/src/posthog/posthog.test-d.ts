import posthog from "posthog-js";
import { createBrowserTracker } from "../create-browser-tracker";
import { guardCapture } from "./guard-capture";
import { ownSuperProperties } from "./own-super-properties";
import { posthogOptions } from "./posthog-options";

// The real posthog-js takes what we make for it, and we take it as it is.
const guard = guardCapture({ outside: "mark" });
posthog.init("phc_x", { before_send: guard });
posthog.init("phc_x", { before_send: [guard], api_host: "/in" });
posthog.init(
  "phc_x",
  posthogOptions({
    api_host: "/in",
    before_send: [guard, (event) => event],
    flags: { distinctID: "u1", featureFlags: { beta: true } },
    loaded: (instance) => instance.debug(),
  }),
);
const client = { format: 1, context: {} } as const;
createBrowserTracker(client, { posthog });
createBrowserTracker(client, { posthog: ownSuperProperties(posthog, ["theme"]) });

// @ts-expect-error a page says where its events go
posthogOptions({});
// @ts-expect-error inputs are masked in any case
posthogOptions({ api_host: "/in", replay: "open" });
// @ts-expect-error outside events are dropped or marked, and the page says which
guardCapture({});
