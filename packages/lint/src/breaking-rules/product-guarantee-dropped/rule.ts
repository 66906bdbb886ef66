import type { ContextField } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { guaranteeOf } from "../../diff/guarantee.js";
import { listed } from "../../diff/in-words.js";

/** Not every event says its product any more. */
export const productGuaranteeDropped: BreakingRule = {
  page: breakingPage({
    id: "B302",
    name: "product-guarantee-dropped",
    title: "Not every event says its product any more",
    why: "Events of several products share names; without the field their numbers mix.",
    fix: "Keep a field `from: client` that holds the product, on every runtime.",
    severity: "error",
    audiences: ["analysis"],
    locked: true,
    bad: example`
       context:
      -  product: { from: client, description: The product that sent it. }
         region: { from: runtime, description: Where data is kept. }
       events:
         order_paid:
           description: Money arrived.
    `,
    good: example`
       context:
         product: { from: client, description: The product that sent it. }
      -  region: { from: runtime, required: optional, description: Where data is kept. }
      +  region: { from: runtime, required: optional, description: The region of the data. }
       events:
         order_paid:
           description: Money arrived.
    `,
  }),
  checks: {
    field: ({ base, head, at }) => {
      if (guaranteeOf(base) !== "product") return null;
      const lost = base.runtimes.filter((it) => head?.runtimes.includes(it) !== true);
      const how = howLost(head, lost);
      if (how === null) return null;
      return {
        message: `Not every event says its product any more: ${at.name} ${how}. Numbers of several products mix.`,
        help: "Keep it `from: client`, holding the product, on every runtime.",
        digest: how,
      };
    },
  },
};

function howLost(head: ContextField | null, lost: readonly string[]): string | null {
  if (head === null) return "is gone";
  if (head.from !== "client") return `is given by the ${head.from} now`;
  if (head.value !== "product") return `holds the ${head.value ?? "value"} now`;
  if (!head.required) return "is optional now";
  return lost.length > 0 ? `is missing on ${listed(lost)}` : null;
}
