import type { Event, Health, ResolvedPlan } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A health score is made in another way. */
export const metricChanged: BreakingRule = {
  page: breakingPage({
    id: "B406",
    name: "metric-changed",
    title: "A health score is made in another way",
    why: "The score of every customer moves at once, and people are called who are as well as before.",
    fix: "Start a score under a new name, and let both run for a while.",
    severity: "error",
    audiences: ["analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
       health:
         shop:
           description: How well a shop does.
           by: distinct_id
           every: 1d
           inputs:
      -      days: { weight: 1, measure: active_days, events: [order_paid], window: 7d, full_at: 5 }
      +      days: { weight: 1, measure: active_days, events: [order_paid], window: 7d, full_at: 3 }
           bands:
             all: { from: 0 }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
       health:
         shop:
      -    description: How well a shop does.
      +    description: How well one shop does.
           by: distinct_id
           every: 1d
           inputs:
             days: { weight: 1, measure: active_days, events: [order_paid], window: 7d, full_at: 5 }
           bands:
             all: { from: 0 }
    `,
  }),
  checks: {
    health: ({ base, head, plans, at }) => {
      const inputs = [...new Set([...base.inputs, ...head.inputs].map(({ name }) => name))];
      const parts: readonly (readonly [string, string, string])[] = [
        ["by", base.by, head.by],
        ["every", String(base.every.seconds), String(head.every.seconds)],
        ["bands", bandsOf(base), bandsOf(head)],
        ...inputs.map(
          (name) =>
            [
              `inputs/${name}`,
              inputOf(base, name, plans.base),
              inputOf(head, name, plans.head),
            ] as const,
        ),
      ];
      return parts.flatMap(([part, before, after]) =>
        before === after
          ? []
          : {
              message: `\`${part.replace("inputs/", "")}\` of ${at.name} changed: every score moves at once.`,
              help: "Start a score under a new name, and let both run for a while.",
              within: part,
              digest: after,
            },
      );
    },
  },
};

function bandsOf({ bands }: Health): string {
  return bands.map(({ name, from }) => `${name} ${from}`).join(", ");
}

/** Everything that an input's value depends on, with the facts of events that it counts. */
function inputOf({ inputs }: Health, name: string, plan: ResolvedPlan): string {
  const input = inputs.find((it) => it.name === name);
  if (input === undefined) return "";
  const { description: _, window, ...rest } = input;
  return JSON.stringify([rest, window?.seconds, sourcesOf(input.measure, plan)]);
}

const facts: { readonly [Measure in Health["inputs"][number]["measure"]]: keyof Event | null } = {
  activation: null,
  active_days: null,
  feature_breadth: "feature",
  integration_depth: "integration",
  sentiment: "sentiment",
};

/** The facts that a measure reads off events of both plans' names. */
function sourcesOf(measure: keyof typeof facts, { events }: ResolvedPlan): readonly string[] {
  const fact = facts[measure];
  if (fact === null) return [];
  return events.flatMap((event) =>
    event[fact] === null ? [] : `${event.name} ${String(event[fact])}`,
  );
}
