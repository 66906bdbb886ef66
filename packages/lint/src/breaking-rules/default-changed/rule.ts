import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** What the client fills in changed. */
export const defaultChanged: BreakingRule = {
  page: breakingPage({
    id: "B222",
    name: "default-changed",
    title: "What the client fills in changed",
    why: "Old and new rows differ although nobody changed a call.",
    fix: "Add a property for the new meaning, or note the day of the change.",
    severity: "warning",
    audiences: ["wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      channel: { type: const, value: web, description: How they paid. }
      +      channel: { type: const, value: online, description: How they paid. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            channel: { type: const, value: web, description: How they paid. }
    `,
  }),
  checks: {
    value: ({ differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "constant"
          ? {
              message: `${at.name} was always \`${it.base}\` and is always \`${it.head}\` now: old and new rows differ${it.source ? ", and calls that pass it stop compiling" : " with no call changed"}.`,
              help: "Let queries take both values.",
              audiences: audiencesOf(it, "analysis"),
              ...(it.source ? { severity: "error" as const } : {}),
              digest: `${it.base} → ${it.head}`,
            }
          : [],
      ),
    field: ({ base, head, at }) => {
      if (head === null || base.value === head.value || base.value === "product") return null;
      if (base.from !== "client" || head.from !== "client") return null;
      return {
        message: `${at.name} held the ${base.value} and holds the ${head.value} now: old and new rows differ.`,
        help: "Let queries take both.",
        audiences: ["analysis"],
        digest: `${base.value} → ${head.value}`,
      };
    },
  },
};
