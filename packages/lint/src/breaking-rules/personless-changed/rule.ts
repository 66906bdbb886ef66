import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** An event makes persons, or no longer does. */
export const personlessChanged: BreakingRule = {
  page: breakingPage({
    id: "B117",
    name: "personless-changed",
    title: "An event makes persons, or no longer does",
    why: "PostHog keeps no person profile for personless events: funnels and retention by person lose these users, or gain them.",
    fix: "Change it together with the insights that count persons.",
    severity: "warning",
    audiences: ["analysis"],
    bad: example`
       events:
         page_viewed:
           description: A page was shown.
      +    personless: true
    `,
    good: example`
      events:
        page_viewed:
          description: A page was shown.
          personless: true
    `,
  }),
  checks: {
    event: ({ base, head, at }) =>
      base.personless === head.personless
        ? null
        : {
            message: head.personless
              ? `${at.name} makes no person profiles any more: insights by person lose who sends only this.`
              : `${at.name} makes person profiles now: insights by person gain who sends only this.`,
            help: "Look at the insights that count persons.",
            digest: String(head.personless),
          },
  },
};
