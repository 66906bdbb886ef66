import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { compareVersions } from "../../diff/compare-versions.js";
import { example } from "../../diff/example.js";

/** The version went back. */
export const versionDecreased: BreakingRule = {
  page: breakingPage({
    id: "B503",
    name: "version-decreased",
    title: "The version went back",
    why: "Nobody can say any more which of two plans is the newer one.",
    fix: "Give it a version above the old one.",
    severity: "error",
    audiences: [],
    bad: example`
      -version: 1.2.0
      +version: 1.1.0
       events:
         order_paid:
           description: Money arrived.
    `,
    good: example`
      -version: 1.2.0
      +version: 1.2.1
       events:
         order_paid:
           description: Money arrived.
    `,
  }),
  checks: {
    plan: ({ base, head }) =>
      compareVersions(base.version, head.version) > 0
        ? {
            message: `The plan's version was ${base.version} and is ${head.version}.`,
            help: `Give it a version above ${base.version}.`,
            within: "version",
            digest: head.version,
            bump: "patch",
          }
        : null,
  },
};
