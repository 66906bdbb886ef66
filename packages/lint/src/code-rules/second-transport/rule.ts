import { finding } from "@dd0c/track-codegen";
import type { ConstructTouch } from "../../code/touch.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";

/** One process has one way to PostHog. */
export const secondTransport: CodeRule = {
  scope: "project",
  page: codePage({
    id: "C503",
    name: "second-transport",
    title: "An SDK started beside a tracker that sends by itself",
    why: "Two queues, two sets of retries and two ideas of who is signed in; the events of one visit arrive as two visitors.",
    fix: "Give the SDK to the tracker (`posthog: client`), so that both share a queue and an identity, or take one of the two out.",
    severity: "warning",
    bad: `
      import posthog from "posthog-js";
      import { standAlone } from "@dd0c/track-browser";
      import { createTracker } from "@dd0c/track-events/cost/browser";

      posthog.init("phc_key", {});
      export const tracker = createTracker({ sink: standAlone({ api_key: "phc_key", host: "https://example.com" }) });
    `,
    good: `
      import posthog from "posthog-js";
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const client = posthog.init("phc_key", {});
      export const tracker = createTracker({ posthog: client });
    `,
  }),
  check: (analysis) => {
    const constructs = analysis.touches.filter(
      (touch): touch is ConstructTouch => touch.kind === "construct" && !touch.place.isInTest,
    );
    const trackers = constructs.filter(({ client }) => client !== null);
    return constructs
      .filter(({ client, vendor }) => client === null && vendor === "posthog")
      .flatMap((sdk) => {
        const beside = trackers.filter((it) => runtimeOf(it) === runtimeOf(sdk));
        const alone = beside.filter(({ options }) => sendsAlone(options));
        // Elsewhere they may be two programs, unless no tracker of that runtime shares an SDK.
        const other =
          alone.find((it) => it.span.file === sdk.span.file) ??
          (alone.length === beside.length ? alone[0] : undefined);
        if (other === undefined) return [];
        return [
          finding(
            "second-transport",
            sdk.span,
            "This starts a second way to PostHog, beside the tracker's own.",
            {
              severity: "warning",
              help: "Give the client to the tracker: `createTracker({ posthog: client })`.",
              related: [{ message: "the tracker is started here", span: other.span }],
              subject: [sdk.span.file, sdk.place.symbol, sdk.name].filter(Boolean).join("/"),
            },
          ),
        ];
      });
  },
};

function runtimeOf({ client, name }: ConstructTouch): "browser" | "server" {
  const isBrowser = client === null ? name === "init" : client.runtime === "browser";
  return isBrowser ? "browser" : "server";
}

/** Whether a tracker was started for sure without an SDK of the host. */
function sendsAlone(options: ConstructTouch["options"]): boolean {
  if (options === null || !options.isComplete) return false;
  return options.entries.every(({ key }) => key !== "posthog") && options.entries.length > 0;
}
