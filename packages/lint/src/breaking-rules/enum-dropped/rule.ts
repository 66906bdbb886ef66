import { typeInWords } from "@dd0c/track-codegen";
import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** Listed values became free text. */
export const enumDropped: BreakingRule = {
  page: breakingPage({
    id: "B220",
    name: "enum-dropped",
    title: "Listed values became free text",
    why: "Callers are safe, but a breakdown by it has no end, and typos become values.",
    fix: "Keep the enum with `open: true`: the known values stay listed.",
    severity: "warning",
    audiences: ["analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      plan: { type: enum, values: [free, team], description: What they pay for. }
      +      plan: { type: string, description: What they pay for. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            plan: { type: enum, values: [free, team], description: What they pay for. }
    `,
  }),
  checks: {
    value: ({ base, head, differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "enum_dropped"
          ? {
              message: `${at.name} was ${typeInWords(base)} and is ${typeInWords(head)}: breakdowns by it have no end, and typos become values.`,
              help: "Say `open: true` instead: the known values stay listed.",
              audiences: audiencesOf(it, "analysis"),
              digest: `${typeInWords(base)} → ${typeInWords(head)}`,
              ...(it.source ? { severity: "error" as const } : {}),
            }
          : [],
      ),
  },
};
