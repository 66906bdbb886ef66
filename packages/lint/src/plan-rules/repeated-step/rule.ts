import type { Funnel } from "@dd0c/track-codegen";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P706: no two stages of a funnel are the same. */
export const repeatedStep: PlanRule = {
  page: {
    id: "P706",
    name: "repeated-step",
    family: "plan",
    title: "A funnel with the same stage twice",
    why: "The second stage waits for the event once more, so the rate between the two is of those who did it again.",
    fix: "Take the second one out; where doing it again is meant, say `at_least:` or filter by `where:`.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid }
            done: { event: order_paid }
    `,
    good: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid }
            again: { event: order_paid, at_least: 2 }
    `,
  },
  check: ({ plan }) => {
    const told = new Set<string>();
    return plan.funnels.flatMap((funnel) =>
      repeats(funnel).flatMap(({ stage, first }) => {
        const path = `funnels/${funnel.name}/stages/${stage.name}`;
        if (told.has(path)) return [];
        told.add(path);
        return [
          {
            subject: { path, origin: stage.origin, event: null },
            message: `"${stage.name}" of "${funnel.name}" is reached by what reached "${first.name}".`,
            help: "Take it out, or say `at_least:` or `where:`.",
            related: [{ message: `"${first.name}" is here`, origin: first.origin }],
          },
        ];
      }),
    );
  },
};

type Stage = Funnel["stages"][number];

function repeats({ stages }: Funnel): readonly { readonly stage: Stage; readonly first: Stage }[] {
  const seen = new Map<string, Stage>();
  return stages.flatMap((stage) => {
    const key = JSON.stringify([[...stage.events].sort(), stage.where, stage.atLeast]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, stage);
    return first === undefined ? [] : [{ stage, first }];
  });
}
