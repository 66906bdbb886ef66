import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";

/** An accepted change that nobody makes. Found by `applyAccepted`, which reads the list of accepted changes. */
export const acceptedChangeUnused: BreakingRule = {
  page: breakingPage({
    id: "B601",
    name: "accepted-change-unused",
    title: "An accepted change that nobody makes",
    why: "The entry's change was taken back, is released already, or its fingerprint was mistyped; left in place, it would wave the same change through another day.",
    fix: "Delete the entry from `accepted-changes.yaml`.",
    severity: "warning",
    audiences: [],
  }),
  checks: {},
};
