import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A number is counted in another unit. */
export const unitChanged: BreakingRule = {
  page: breakingPage({
    id: "B213",
    name: "unit-changed",
    title: "A number is counted in another unit",
    why: "Every value stays valid and is wrong by a factor; no type, test or dashboard notices.",
    fix: "Add a property whose name says the new unit, and deprecate this one.",
    severity: "error",
    audiences: ["analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      took: { type: duration, unit: s, description: How long. }
      +      took: { type: duration, unit: ms, description: How long. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      took: { type: duration, unit: s, description: How long. }
      +      took: { type: duration, unit: s, description: How long., deprecated: { reason: Too coarse., replaced_by: took_ms } }
      +      took_ms: { type: duration, unit: ms, description: How long. }
    `,
  }),
  checks: {
    value: ({ differences, at }) =>
      differences.flatMap((it) => {
        if (it.kind !== "unit") return [];
        const { base, head } = it;
        const isSure = base !== null && head !== null;
        return {
          message: isSure
            ? `${at.name} was counted in ${base} and is counted in ${head}: old and new values do not add up, and nothing says so.`
            : `${at.name} ${head === null ? `no longer says that it counts ${base}` : `counts ${head} now and did not say so before`}: the values may be others.`,
          help: "Add a property whose name says the new unit, and deprecate this one.",
          ...(isSure ? {} : { severity: "warning" as const }),
          digest: `${base} → ${head}`,
        };
      }),
  },
};
