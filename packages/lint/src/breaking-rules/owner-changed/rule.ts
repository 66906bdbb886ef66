import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { sentence } from "../../diff/in-words.js";

/** Another team answers for it. */
export const ownerChanged: BreakingRule = {
  page: breakingPage({
    id: "B504",
    name: "owner-changed",
    title: "Another team answers for it",
    why: "Questions go to another team from now on, or to nobody.",
    fix: "Name a team in `owner:`.",
    severity: "info",
    audiences: [],
    bad: example`
       teams: { shop: , desk: }
       events:
         order_paid:
           description: Money arrived.
      -    owner: shop
      +    owner: desk
    `,
    good: example`
      teams: { shop: , desk: }
      events:
        order_paid:
          description: Money arrived.
          owner: shop
    `,
  }),
  checks: {
    event: ({ base, head, at }) => handedOver(base.owner, head.owner, at.name),
    product: ({ owners: { base, head }, at }) => handedOver(base, head, sentence(at.name)),
    funnel: ({ base, head, at }) => handedOver(base.owner, head.owner, sentence(at.name)),
    health: ({ base, head, at }) => handedOver(base.owner, head.owner, sentence(at.name)),
  },
};

function handedOver(base: string | null, head: string | null, name: string): Notice | null {
  if (base === head) return null;
  if (head === null)
    return {
      message: `Nobody answers for ${name.replace(/^The/, "the")} any more; it was \`${base}\`.`,
      help: "Name a team in `owner:`.",
      severity: "warning",
      digest: "nobody",
      bump: "patch",
    };
  return {
    message: `${name} has the owner \`${head}\` now${base === null ? "" : `; it was \`${base}\``}.`,
    digest: head,
  };
}
