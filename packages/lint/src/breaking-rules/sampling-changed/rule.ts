import type { Event } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** Another share of an event is sent. */
export const samplingChanged: BreakingRule = {
  page: breakingPage({
    id: "B116",
    name: "sampling-changed",
    title: "Another share of an event is sent",
    why: "Counts change by that factor on the day of the release, and nothing in the code says so.",
    fix: "Note the day where the trend is read, or weigh the counts by the rate.",
    severity: "warning",
    audiences: ["analysis"],
    bad: example`
       events:
         page_viewed:
           description: A page was shown.
      -    sample: { rate: 0.5 }
      +    sample: { rate: 0.1 }
    `,
    good: example`
      events:
        page_viewed:
          description: A page was shown.
          sample: { rate: 0.5 }
    `,
  }),
  checks: {
    event: ({ base, head, at }) => {
      const before = shareOf(base);
      const after = shareOf(head);
      if (before === after) return null;
      return {
        message: `Of ${at.name}, ${before} were sent; now it is ${after}. Its counts have a step.`,
        help: "Weigh the counts by the rate, or note the day.",
        digest: after,
      };
    },
  },
};

function shareOf({ sample, limit }: Event): string {
  const share = sample === null ? "all" : `a share of ${sample.rate} by ${sample.by}`;
  const most = limit === null ? "" : `, at most ${limit.max} per ${limit.per.text} by ${limit.by}`;
  return share + most;
}
