import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { listed } from "../../diff/in-words.js";

/** An event may no longer be sent from a runtime. */
export const eventRuntimeRemoved: BreakingRule = {
  page: breakingPage({
    id: "B108",
    name: "event-runtime-removed",
    title: "An event may no longer be sent from a runtime",
    why: "The method vanishes from that runtime's client, and calls there stop compiling.",
    fix: "Deprecate the event's calls there first, or keep the runtime.",
    severity: "error",
    audiences: ["source"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      -    runtimes: [browser, node]
      +    runtimes: [node]
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
      -    runtimes: [node]
      +    runtimes: [browser, node]
    `,
  }),
  checks: {
    event: ({ base, head, at }) => {
      const lost = base.runtimes.filter((it) => !head.runtimes.includes(it));
      if (lost.length === 0) return null;
      return {
        message: `${at.name} may no longer be sent from ${listed(lost)}: calls there stop compiling.`,
        help: "Move those calls first, then take the runtime out.",
        digest: lost.join(","),
      };
    },
  },
};
