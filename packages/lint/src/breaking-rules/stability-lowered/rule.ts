import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A stable event is experimental now. */
export const stabilityLowered: BreakingRule = {
  page: breakingPage({
    id: "B111",
    name: "stability-lowered",
    title: "A stable event is experimental now",
    why: "`stable` was a promise that others built on: from now on the event may change under them without notice.",
    fix: "Keep it stable, or deprecate it and start an experimental event beside it.",
    severity: "error",
    audiences: ["source", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      -    stability: stable
      +    stability: experimental
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
      -    stability: experimental
      +    stability: stable
    `,
  }),
  checks: {
    event: ({ base, head, at }) =>
      base.stability === "stable" && head.stability === "experimental"
        ? {
            message: `${at.name} was stable and is experimental now: whoever built on it lost a promise.`,
            help: "Keep it stable, or start an experimental event beside it.",
          }
        : null,
  },
};
