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
    const alone = constructs.filter(
      ({ client, options }) => client !== null && sendsAlone(options),
    );
    const runtimes = new Set(
      alone.map(({ client }) => (client?.runtime === "browser" ? "browser" : "server")),
    );
    const [first] = alone;
    if (first === undefined) return [];
    return constructs
      .filter(
        ({ client, vendor, name }) =>
          client === null &&
          vendor === "posthog" &&
          runtimes.has(name === "init" ? "browser" : "server"),
      )
      .map((touch) =>
        finding(
          "second-transport",
          touch.span,
          "This starts a second way to PostHog, beside the tracker's own.",
          {
            severity: "warning",
            help: "Give the client to the tracker: `createTracker({ posthog: client })`.",
            related: [{ message: "the tracker is started here", span: first.span }],
            subject: [touch.span.file, touch.place.symbol, touch.name].filter(Boolean).join("/"),
          },
        ),
      );
  },
};

/** Whether a tracker was started for sure without an SDK of the host. */
function sendsAlone(options: ConstructTouch["options"]): boolean {
  if (options === null || !options.isComplete) return false;
  return options.entries.every(({ key }) => key !== "posthog") && options.entries.length > 0;
}
