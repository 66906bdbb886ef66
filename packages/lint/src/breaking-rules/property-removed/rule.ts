import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { guaranteeOf } from "../../diff/guarantee.js";
import { isPastSunset } from "../../diff/sunset.js";

/** A property is gone. */
export const propertyRemoved: BreakingRule = {
  page: breakingPage({
    id: "B201",
    name: "property-removed",
    title: "A property is gone",
    why: "Calls that pass it stop compiling, and every breakdown by it goes empty from the release on.",
    fix: "Deprecate it first, with a sunset, and remove it after that day.",
    severity: "error",
    audiences: ["source", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      coupon: { type: string, description: The code. }
             amount: { type: number, description: How much. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      coupon: { type: string, description: The code. }
      +      coupon: { type: string, description: The code., deprecated: { reason: No coupons any more., sunset: 2027-12-31 } }
             amount: { type: number, description: How much. }
    `,
  }),
  checks: {
    property_removed: ({ base, owner, at }, settings) => {
      if (guaranteeOf(base) !== null) return null;
      if (base.pii?.handling === "drop")
        return {
          message: `${at.name} is gone. It never left the client, so nobody misses it.`,
          severity: "info",
          audiences: [],
        };
      const isFilled = owner.kind === "event" && base.type.kind === "const";
      const source = owner.sides.length > 0 && !isFilled;
      const calls = source ? "calls that pass it stop compiling, and " : "";
      return {
        message: `${at.name} is gone: ${calls}breakdowns by it go empty.`,
        help: "Keep it with `deprecated: { reason: …, sunset: … }`, and remove it after that day.",
        audiences: source ? ["source", "analysis"] : ["analysis"],
        wasAnnounced: isPastSunset(base.deprecated, settings),
      };
    },
  },
};
