import { finding } from "@dd0c/track-codegen";
import type { Site } from "../../code/site.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { liveSites, subjectOf } from "../emission.js";

/** One function does not send one event through two doors. */
export const duplicateEmission: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C407",
    name: "duplicate-emission",
    title: "One event sent through the typed client and beside it",
    why: "It is counted twice. It happens while a code base moves to the typed client and the old call stays.",
    fix: "Take the call beside the client out.",
    severity: "warning",
    bad: `
      // plan.yaml
      // products: { cost: {} }
      // events:
      //   order_paid:
      //     description: Money arrived.
      // src/example.ts
      import posthog from "posthog-js";
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function pay() {
        track("order_paid")({});
        posthog.capture("order_paid", {});
      }
    `,
    good: `
      // plan.yaml
      // products: { cost: {} }
      // events:
      //   order_paid:
      //     description: Money arrived.
      // src/example.ts
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function pay() {
        track("order_paid")({});
      }
    `,
  }),
  check: (analysis) => {
    const sites = liveSites(analysis).filter(
      ({ event, tier }) => event.names.length === 1 && tier !== "name",
    );
    const key = ({ span, place, event }: Site): string =>
      `${span.file}\n${place.symbol}\n${event.names[0]?.name}`;
    const typed = new Map(
      sites.filter(({ client }) => client !== null).map((site) => [key(site), site]),
    );
    return sites
      .filter(({ client, place }) => client === null && !place.isAtTop)
      .flatMap((site) => {
        const other = typed.get(key(site));
        if (other === undefined) return [];
        return [
          finding(
            "duplicate-emission",
            site.callee,
            `"${site.event.names[0]?.name}" is sent twice: here, and through the typed client.`,
            {
              severity: "warning",
              help: "Take this call out.",
              related: [{ message: "the typed client sends it here", span: other.callee }],
              subject: subjectOf(site),
            },
          ),
        ];
      });
  },
};
