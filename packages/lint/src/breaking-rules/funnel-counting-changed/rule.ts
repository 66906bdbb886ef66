import type { FunnelStage } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A funnel counts in another way. */
export const funnelCountingChanged: BreakingRule = {
  page: breakingPage({
    id: "B403",
    name: "funnel-counting-changed",
    title: "A funnel counts in another way",
    why: "Name and steps stay, and the number is another: filters, windows and whose steps count together decide it.",
    fix: "Give the new way of counting a funnel of its own.",
    severity: "error",
    audiences: ["analysis"],
    bad: example`
       events:
         cart_filled:
           description: Something was put into the cart.
         order_started:
           description: The checkout was opened.
         order_paid:
           description: Money arrived.
       funnels:
         buying:
           description: From the cart to the money.
           by: distinct_id
      -    window: 7d
      +    window: 30d
           stages:
             filled: { event: cart_filled }
             paid: { event: order_paid }
    `,
    good: example`
      events:
        cart_filled:
          description: Something was put into the cart.
        order_started:
          description: The checkout was opened.
        order_paid:
          description: Money arrived.
      funnels:
        buying:
          description: From the cart to the money.
          by: distinct_id
          window: 7d
          stages:
            filled: { event: cart_filled }
            paid: { event: order_paid }
    `,
  }),
  checks: {
    funnel: ({ base, head, at }) => [
      ...changed(at.name, "is counted by", base.by, head.by),
      ...changed(at.name, "has a window of", base.window.seconds, head.window.seconds, [
        base.window.text,
        head.window.text,
      ]),
    ],
    stage: ({ base, head, at }) =>
      base === null || head === null
        ? []
        : [
            ...changed(at.name, "takes only events where", where(base), where(head)),
            ...changed(at.name, "must happen this often:", base.atLeast, head.atLeast),
            ...changed(at.name, "may be skipped:", yes(base.optional), yes(head.optional)),
          ],
  },
};

type Fact = string | number;

function changed(
  name: string,
  what: string,
  base: Fact,
  head: Fact,
  words: readonly [Fact, Fact] = [base, head],
): readonly Notice[] {
  if (base === head) return [];
  return [
    {
      message: `${name} ${what} ${words[1]} now, and before ${words[0]}: same name, other number.`,
      help: "Give the new way of counting a funnel of its own.",
      digest: `${what} ${base} → ${head}`,
    },
  ];
}

function where(stage: FunnelStage): string {
  const said = stage.where.map((it) =>
    it.kind === "values"
      ? `${it.property} is ${it.values.join(" or ")}`
      : `${it.property} is ${it.present ? "there" : "absent"}`,
  );
  return said.length === 0 ? "nothing is asked" : said.join(" and ");
}

const yes = (is: boolean): string => (is ? "yes" : "no");
