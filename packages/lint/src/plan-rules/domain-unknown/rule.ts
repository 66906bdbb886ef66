import { type Event, nearest } from "@dd0c/track-codegen";
import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P103: the first word of a name is a domain of its product, or one that the plan lists. */
export const domainUnknown: PlanRule = {
  page: {
    id: "P103",
    name: "domain-unknown",
    family: "plan",
    title: "An event in a domain that its plan does not know",
    why: "Domains are the shelves on which people look for events. One that nobody listed is a typo, or a second shelf for the same things.",
    fix: "Take one of the product's `domains:`, or of `naming: domains:` for events that products share; or add the new one there, on purpose.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      plan: shop
      naming: { event: <domain>.<object>.<action> }
      products:
        web: { domains: [basket, order] }
      events:
        ordr.payment.received:
          description: Money arrived.
    `,
    good: yaml`
      plan: shop
      naming: { event: <domain>.<object>.<action> }
      products:
        web: { domains: [basket, order] }
      events:
        order.payment.received:
          description: Money arrived.
    `,
  },
  check: ({ plan, events }) => {
    const { naming, products } = plan;
    if (naming.event?.startsWith("<domain>.") !== true) return [];
    const shared = naming.domains;
    return events.flatMap((event) => {
      const domain = event.path[0] ?? "";
      const holders = products.filter(({ name }) => event.products.includes(name));
      const own = holders.flatMap(({ domains }) => domains);
      const isListed = event.shared
        ? shared.length > 0 || plan.products.length === 1
        : own.length > 0;
      const known = [...new Set([...own, ...shared])];
      if (!isListed || known.length === 0 || known.includes(domain)) return [];
      if (event.namingException !== null) return [];
      const near = nearest(domain, known);
      return [
        {
          subject: eventSubject(event),
          message: `"${domain}" is no domain ${event.shared ? "of this plan" : `of product "${event.products[0]}"`}.`,
          help:
            near === null
              ? `There is ${known.sort().join(", ")}; a new one belongs under ${placeFor(event, products.length)}.`
              : `Did you mean "${near}"?`,
        },
      ];
    });
  },
};

/** Where a new domain is listed: with the event's only product, or with what no product owns. */
function placeFor({ shared, products: [product, ...others] }: Event, count: number): string {
  if (product === undefined || others.length > 0 || (shared && count === 1))
    return "`naming: { domains: […] }`";
  return `\`products: { ${product}: { domains: […] } }\``;
}
