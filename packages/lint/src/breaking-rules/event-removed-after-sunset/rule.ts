import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { isPastSunset } from "../../diff/sunset.js";

/** An event went after its sunset. */
export const eventRemovedAfterSunset: BreakingRule = {
  page: breakingPage({
    id: "B102",
    name: "event-removed-after-sunset",
    title: "An event went after its sunset",
    why: "This is how an event should go: it was announced, and its day has passed. Its name must stay out of use, or old rows would gain a new meaning.",
    fix: "Add its name to `reserved: events:`.",
    severity: "info",
    audiences: [],
    bad: example`
      +reserved: { events: [order_refunded] }
       events:
         order_paid:
           description: Money arrived.
      -  order_refunded:
      -    description: Money went back.
      -    deprecated: { reason: Refunds are counted by the bank., sunset: 2026-06-30 }
    `,
    good: example`
      reserved: { events: [order_refunded] }
      events:
        order_paid:
          description: Money arrived.
    `,
  }),
  checks: {
    event_removed: ({ base, head, at }, settings) => {
      if (!isPastSunset(base.deprecated, settings)) return null;
      const isReserved = head.reserved.events.includes(base.name);
      const gone = `${at.name} is gone, as announced for after ${base.deprecated?.sunset}`;
      if (isReserved) return { message: `${gone}.`, bump: "major" };
      return {
        message: `${gone}, but its name may come back and give old rows a new meaning.`,
        help: `Add it to \`reserved: events: [${base.name}]\`.`,
        severity: "warning",
        digest: "not reserved",
        bump: "major",
      };
    },
  },
};
