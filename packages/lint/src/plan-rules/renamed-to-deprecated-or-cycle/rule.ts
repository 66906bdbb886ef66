import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P625: a replacement is not on its way out itself. */
export const renamedToDeprecatedOrCycle: PlanRule = {
  page: {
    id: "P625",
    name: "renamed-to-deprecated-or-cycle",
    family: "plan",
    title: "A replacement that is deprecated itself",
    why: "Whoever follows the advice has to move again, or walks in a circle.",
    fix: "Name the event at the end of the chain.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_payed:
          description: Money arrived, in the first spelling.
          deprecated: { reason: Misspelt., replaced_by: order_paid, sunset: 2099-12-31 }
        order_paid:
          description: Money arrived, in the second spelling.
          deprecated: { reason: Refunds count as well., replaced_by: payment_settled, sunset: 2099-12-31 }
        payment_settled:
          description: Money arrived or went back.
    `,
    good: yaml`
      events:
        order_payed:
          description: Money arrived, in the first spelling.
          deprecated: { reason: Misspelt., replaced_by: payment_settled, sunset: 2099-12-31 }
        order_paid:
          description: Money arrived, in the second spelling.
          deprecated: { reason: Refunds count as well., replaced_by: payment_settled, sunset: 2099-12-31 }
        payment_settled:
          description: Money arrived or went back.
    `,
  },
  check: ({ plan, events }) => {
    const next = new Map(
      plan.events.map(({ name, deprecated }) => [name, deprecated?.replacedBy ?? null]),
    );
    const old = new Set(
      plan.events.filter(({ deprecated }) => deprecated !== null).map(({ name }) => name),
    );
    return events.flatMap((event) => {
      const to = event.deprecated?.replacedBy ?? null;
      if (to === null || !old.has(to)) return [];
      const end = endOf(to, next);
      return [
        {
          subject: eventSubject(event),
          message: `"${event.name}" is replaced by "${to}", which is deprecated itself.`,
          help:
            end === null
              ? "They replace each other in a circle: keep one of them."
              : old.has(end)
                ? "Say what replaces both."
                : `Name "${end}".`,
        },
      ];
    });
  },
};

/** The end of a chain of replacements; null where it has none. */
function endOf(name: string, next: ReadonlyMap<string, string | null>): string | null {
  const seen = new Set<string>();
  let at = name;
  for (let to = next.get(at) ?? null; to !== null; to = next.get(at) ?? null) {
    if (seen.has(at)) return null;
    seen.add(at);
    at = to;
  }
  return at;
}
