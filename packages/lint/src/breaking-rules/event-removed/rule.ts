import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { isPastSunset } from "../../diff/sunset.js";

/** An event is gone. */
export const eventRemoved: BreakingRule = {
  page: breakingPage({
    id: "B101",
    name: "event-removed",
    title: "An event is gone",
    why: "Calls of it stop compiling, senders that are deployed go on sending it to a plan that does not know it, and every insight on it goes flat.",
    fix: "Deprecate it first, with a reason and a sunset; remove it after that day, and add its name to `reserved: events:`.",
    severity: "error",
    audiences: ["source", "wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      -  order_refunded:
      -    description: Money went back.
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
         order_refunded:
           description: Money went back.
      +    deprecated: { reason: Refunds are counted by the bank., sunset: 2027-12-31 }
    `,
  }),
  checks: {
    event_removed: ({ base, at }, settings) => {
      if (isPastSunset(base.deprecated, settings)) return null;
      const sunset = base.deprecated?.sunset ?? null;
      return {
        message: `${at.name} is gone: calls of it stop compiling, deployed senders go on sending it, and insights on it go flat.`,
        help:
          sunset === null
            ? "Keep it with `deprecated: { reason: …, sunset: … }`, and remove it after that day."
            : `It was announced for after ${sunset}. Keep it until then.`,
      };
    },
  },
};
