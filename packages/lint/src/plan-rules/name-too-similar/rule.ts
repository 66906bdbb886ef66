import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { singular } from "../singular.js";
import { yaml } from "../yaml.js";

/** P105: no two events are called the same but for a plural or the order of words. */
export const nameTooSimilar: PlanRule = {
  page: {
    id: "P105",
    name: "name-too-similar",
    family: "plan",
    title: "Two events whose names differ in a plural or in their order only",
    why: "One team sends `order_paid`, another `orders_paid`, and each sees half of the money.",
    fix: "Keep one of the two, or give the other a word that says how it differs.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
        orders_paid:
          description: Money arrived for several orders.
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
        invoice_paid:
          description: Money arrived for several orders.
    `,
  },
  check: ({ events, words }) => {
    const first = new Map<string, (typeof events)[number]>();
    return events.flatMap((event) => {
      const key = words(event.name).map(singular).sort().join(" ");
      const other = first.get(key);
      if (other === undefined) first.set(key, event);
      if (other === undefined || replaces(event, other) || replaces(other, event)) return [];
      return [
        {
          subject: eventSubject(event),
          message: `"${event.name}" and "${other.name}" are made of the same words.`,
          help: "Keep one, or say in the name how they differ.",
          related: [{ message: `"${other.name}" is here`, origin: other.origin }],
        },
      ];
    });
  },
};

function replaces(
  event: { readonly name: string },
  old: { readonly deprecated: { readonly replacedBy: string | null } | null },
): boolean {
  return old.deprecated?.replacedBy === event.name;
}
