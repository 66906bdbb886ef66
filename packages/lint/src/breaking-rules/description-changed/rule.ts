import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { sentence } from "../../diff/in-words.js";

/** A description changed. */
export const descriptionChanged: BreakingRule = {
  page: breakingPage({
    id: "B506",
    name: "description-changed",
    title: "A description changed",
    why: "Nothing breaks. It is listed because a new wording can mean a new thing.",
    fix: "Nothing to do, if it means the same.",
    severity: "info",
    audiences: [],
    bad: example`
       events:
         order_paid:
      -    description: Money arrived.
      +    description: The money for an order arrived.
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
    `,
  }),
  checks: {
    event: ({ base, head, at }) => [
      ...reworded("description", base.description, head.description, at.name),
      ...reworded("answers", base.answers, head.answers, at.name),
      ...((base.trigger === null) === (head.trigger === null)
        ? []
        : reworded("trigger", base.trigger, head.trigger, at.name)),
    ],
    property: ({ base, head, at }) =>
      head.lineage.length > 0 || base.lineage.length > 0
        ? []
        : reworded("description", base.description, head.description, at.name),
    shared_property: ({ base, head, at }) =>
      reworded("description", base.description, head.description, at.name),
    funnel: ({ base, head, at }) =>
      reworded("description", base.description, head.description, at.name),
    health: ({ base, head, at }) =>
      reworded("description", base.description, head.description, at.name),
  },
};

function reworded(
  what: string,
  base: string | null,
  head: string | null,
  name: string,
): readonly Notice[] {
  const before = bare(base);
  const after = bare(head);
  if (before === after) return [];
  const how = head === null ? "has no" : base === null ? "has a new" : "has another";
  return [{ message: `${sentence(name)} ${how} \`${what}\`.`, digest: `${what} ${after}` }];
}

function bare(text: string | null): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
