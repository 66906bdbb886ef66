import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { isPastSunset } from "../../diff/sunset.js";

/** A value of an enum is gone. */
export const enumValueRemoved: BreakingRule = {
  page: breakingPage({
    id: "B216",
    name: "enum-value-removed",
    title: "A value of an enum is gone",
    why: "Calls that pass it stop compiling, and deployed senders that still do are refused.",
    fix: "Deprecate the value first, with `replaced_by` and a sunset.",
    severity: "error",
    audiences: ["source", "wire"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      plan: { type: enum, values: [free, team, legacy], description: What they pay for. }
      +      plan: { type: enum, values: [free, team], description: What they pay for. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      plan: { type: enum, values: { free: , team: , legacy: }, description: What they pay for. }
      +      plan: { type: enum, values: { free: , team: , legacy: { deprecated: { reason: Nobody has it any more., sunset: 2027-12-31 } } }, description: What they pay for. }
    `,
  }),
  checks: {
    value: ({ differences, at }, settings) =>
      differences.flatMap((it) => {
        if (it.kind !== "member_removed") return [];
        const calls = it.source ? "calls that pass it stop compiling, and " : "";
        return {
          message: it.open
            ? `${at.name} no longer lists \`${it.value}\`: dashboards that show it by name lose it.`
            : `${at.name} has no value \`${it.value}\` any more: ${calls}deployed senders are refused.`,
          help: "Deprecate the value first: `deprecated: { reason: …, replaced_by: …, sunset: … }`.",
          audiences: it.open ? ["analysis"] : audiencesOf(it),
          ...(it.open ? { severity: "warning" as const } : {}),
          digest: String(it.value),
          wasAnnounced: isPastSunset(it.deprecated, settings),
        };
      }),
  },
};
