import type { PropertySite } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** From so many copies on, one will be changed and the others forgotten. */
const fewest = 3;

/** P307: what several events carry is defined once. */
export const repeatedInlineProperty: PlanRule = {
  page: {
    id: "P307",
    name: "repeated-inline-property",
    family: "plan",
    title: "The same property written out again and again",
    why: "One of the copies will get a new value or another unit, and the others will not.",
    fix: "Define it once under `properties:`, and write its name alone in the events.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            coupon: { type: string, description: The code. }
        order_sent:
          description: The parcel left.
          properties:
            coupon: { type: string, description: The code. }
        order_refunded:
          description: Money went back.
          properties:
            coupon: { type: string, description: The code. }
    `,
    good: yaml`
      properties:
        coupon: { type: string, description: The code. }
      events:
        order_paid:
          description: Money arrived.
          properties:
            coupon: optional
        order_sent:
          description: The parcel left.
          properties:
            coupon: optional
        order_refunded:
          description: Money went back.
          properties:
            coupon: optional
    `,
  },
  check: ({ properties }) => {
    const inline = properties.filter(({ place }) => place === "event");
    const named = [...groupBy(inline, ({ property }) => property.name).values()];
    const alike = named
      .filter((sites) => sites.length >= fewest)
      .flatMap((sites) => [
        ...groupBy(sites, ({ property }) => JSON.stringify(property.type)).values(),
      ]);
    return alike.flatMap((sites) => {
      const [subject, ...others] = sites;
      if (subject === undefined || sites.length < fewest) return [];
      return [
        {
          subject,
          message: `"${subject.property.name}" is written out ${sites.length} times.`,
          help: "Define it once under `properties:`, and write its name alone here.",
          related: others.slice(0, 3).map(({ origin }) => ({ message: "and here", origin })),
        },
      ];
    });
  },
};

function groupBy(
  sites: readonly PropertySite[],
  keyOf: (site: PropertySite) => string,
): ReadonlyMap<string, readonly PropertySite[]> {
  const groups = new Map<string, PropertySite[]>();
  for (const site of sites) {
    const known = groups.get(keyOf(site));
    if (known === undefined) groups.set(keyOf(site), [site]);
    else known.push(site);
  }
  return groups;
}
