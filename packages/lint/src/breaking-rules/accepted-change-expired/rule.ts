import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";

/** The day until which a change was accepted has passed. Found by `applyAccepted`, which reads the list of accepted changes. */
export const acceptedChangeExpired: BreakingRule = {
  page: breakingPage({
    id: "B602",
    name: "accepted-change-expired",
    title: "The day until which a change was accepted has passed",
    why: "Whoever accepted it wanted it looked at again by that day.",
    fix: "Look at it again: delete the entry, or give it a later `until:`.",
    severity: "error",
    audiences: [],
  }),
  checks: {},
};
