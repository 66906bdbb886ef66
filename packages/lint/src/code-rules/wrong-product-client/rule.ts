import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { liveSites, quoteAll, severityAt, subjectOf } from "../emission.js";

/** An event is sent by a product that the plan gives it to. */
export const wrongProductClient: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C112",
    name: "wrong-product-client",
    title: "An event sent in the name of another product",
    why: "It counts for a product in which it did not happen, and that product's funnels move.",
    fix: "Call the client of the product that the event belongs to, or give the event to this product too.",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track("portal.search.performed")({ results_found: 3 });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track("portal.search.performed")({ results_found: 3 });
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis).flatMap((site) => {
      const product = site.client?.product ?? null;
      if (product === null) return [];
      return site.event.names.flatMap(({ name }) => {
        const products = [...new Set(plan.eventsNamed(name).flatMap((event) => event.products))];
        if (products.length === 0 || products.includes(product)) return [];
        return [
          finding("wrong-product-client", site.event.span, `"${name}" is no event of ${product}.`, {
            severity: severityAt(site),
            help: `It belongs to ${quoteAll(products)}.`,
            subject: subjectOf(site, name),
          }),
        ];
      });
    }),
};
