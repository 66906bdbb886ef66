import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { reusedNames } from "../../diff/reused-names.js";

/** A reserved name is back in use. */
export const reservedNameReused: BreakingRule = {
  page: breakingPage({
    id: "B105",
    name: "reserved-name-reused",
    title: "A reserved name is back in use",
    why: "The name was kept from coming back because old rows and old senders still have it, with another meaning.",
    fix: "Give the new thing another name, and leave the old one reserved.",
    severity: "error",
    audiences: ["wire", "analysis"],
    bad: example`
      -reserved: { events: [order_paid] }
       events:
         order_refunded:
           description: Money went back.
      +  order_paid:
      +    description: The invoice was marked as paid by hand.
    `,
    good: example`
       reserved: { events: [order_paid] }
       events:
         order_refunded:
           description: Money went back.
      +  invoice_settled:
      +    description: The invoice was marked as paid by hand.
    `,
  }),
  checks: {
    plan: ({ base, head }) => [
      ...reusedNames(base, head).map(({ section, name, origin }) => ({
        message: `\`${name}\` was reserved and is in use again: rows and senders that still have it mean something else.`,
        help: `Choose another name, and put \`${name}\` back into \`reserved: ${section}:\`.`,
        within: `reserved/${section}/${name}`,
        head: origin,
      })),
    ],
  },
};
