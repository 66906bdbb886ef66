import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** An event is sent at another moment. */
export const eventTriggerChanged: BreakingRule = {
  page: breakingPage({
    id: "B109",
    name: "event-trigger-changed",
    title: "An event is sent at another moment",
    why: "Name and shape stay, so nothing fails, and trends have a step on the day of the release that nobody can explain later.",
    fix: "Give the new moment an event of its own, or note the day in the event's description.",
    severity: "warning",
    audiences: ["analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      -    trigger: The bank confirms the transfer.
      +    trigger: The customer presses pay.
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           trigger: The bank confirms the transfer.
      +  order_submitted:
      +    description: The customer pressed pay.
      +    trigger: The customer presses pay.
    `,
  }),
  checks: {
    event: ({ base, head, at }) => {
      const isSame = bare(base.trigger) === bare(head.trigger);
      const isSaid = base.trigger !== null && head.trigger !== null;
      const auto = JSON.stringify(base.auto) !== JSON.stringify(head.auto);
      if ((isSame || !isSaid) && !auto) return null;
      const what = auto ? "recorded by the Slack client in another way" : "sent at another moment";
      return {
        message: `${at.name} is ${what}: trends have a step that no line of code explains.`,
        help: "Give the new moment an event of its own, or say in the description when it changed.",
        digest: JSON.stringify([bare(head.trigger), head.auto]),
      };
    },
  },
};

/** A text whatever its line breaks. */
function bare(text: string | null): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
