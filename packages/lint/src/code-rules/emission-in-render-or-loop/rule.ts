import { finding } from "@dd0c/track-codegen";
import type { Site } from "../../code/site.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { allCalls, subjectOf } from "../emission.js";

/** An event is sent once for each time that something happened. */
export const emissionInRenderOrLoop: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C408",
    name: "emission-in-render-or-loop",
    title: "An event sent while rendering, or in a loop",
    why: "A component renders when it likes, and a loop runs as often as its list is long: what is counted is not what happened.",
    fix: "Send it in the handler of what happened, or in an effect; of a list, send one event with the count.",
    severity: "warning",
    bad: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function opened(digests: readonly string[]) {
        for (const _ of digests) track.feature.digest.used({ surface: "web" });
      }
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function opened() {
        track.feature.digest.used({ surface: "web" });
      }
    `,
  }),
  check: (analysis) =>
    allCalls(analysis)
      .filter(({ tier, form }) => tier !== "name" && form !== "jsx")
      .filter((site) => site.place.isInRender || (site.place.isInLoop && isSameEachTime(site)))
      .map((site) =>
        finding(
          "emission-in-render-or-loop",
          site.callee,
          site.place.isInRender
            ? "This event is sent every time the component renders."
            : "The same event is sent once for each turn of a loop.",
          {
            severity: "warning",
            help: site.place.isInRender
              ? "Send it in the handler of what happened, or in an effect."
              : "Send one event with the count, or make sure that each turn is something that happened.",
            subject: subjectOf(site),
          },
        ),
      ),
};

/** Whether every turn sends the very same: what differs from turn to turn is something that happened. */
function isSameEachTime({ properties }: Pick<Site, "properties">): boolean {
  if (properties === null) return true;
  return properties.isComplete && properties.entries.every(({ value }) => value.literals !== null);
}
