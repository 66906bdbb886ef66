import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";

/** Nobody signed for a change that weakens a guarantee. Found by `applyAccepted`, which reads the list of accepted changes. */
export const acceptedChangeUnsigned: BreakingRule = {
  page: breakingPage({
    id: "B603",
    name: "accepted-change-unsigned",
    title: "Nobody signed for a change that weakens a guarantee",
    why: "A guarantee of privacy, or of telling customers apart, is not given up without a team that answers for it.",
    fix: "Add `by:` with the team that answers for it.",
    severity: "error",
    audiences: [],
    locked: true,
  }),
  checks: {},
};
