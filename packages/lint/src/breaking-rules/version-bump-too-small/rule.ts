import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** The version says less than the change does. */
export const versionBumpTooSmall: BreakingRule = {
  page: breakingPage({
    id: "B502",
    name: "version-bump-too-small",
    title: "The version says less than the change does",
    why: "People read from the version whether they may update without looking.",
    fix: "Raise `version:` of the plan as far as the message says, or let `--changeset` write what the release needs.",
    severity: "error",
    audiences: [],
    bad: example`
      -version: 1.2.0
      +version: 1.2.1
       events:
         order_paid:
           description: Money arrived.
      -  order_refunded:
      -    description: Money went back.
    `,
    good: example`
      -version: 1.2.0
      +version: 1.3.0
       events:
         order_paid:
           description: Money arrived.
      +  order_refunded:
      +    description: Money went back.
    `,
  }),
  checks: {},
};
