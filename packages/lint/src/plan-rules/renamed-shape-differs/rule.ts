import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P626: a call of the old event can become one of the new one. */
export const renamedShapeDiffers: PlanRule = {
  page: {
    id: "P626",
    name: "renamed-shape-differs",
    family: "plan",
    title: "A replacement that asks for more than the old event had",
    why: "Calls cannot be moved by changing the name alone, so they are moved late, and the history of the two cannot be joined.",
    fix: "Make the new property optional until the old event is gone, or say in `reason:` what has to be found out.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml`
      events:
        order_payed:
          description: Money arrived, in the first spelling.
          deprecated: { reason: Misspelt., replaced_by: order_paid, sunset: 2099-12-31 }
        order_paid:
          description: Money arrived.
          properties:
            method: { type: enum, values: [card, invoice], required: always }
    `,
    good: yaml`
      events:
        order_payed:
          description: Money arrived, in the first spelling.
          deprecated: { reason: Misspelt., replaced_by: order_paid, sunset: 2099-12-31 }
        order_paid:
          description: Money arrived.
          properties:
            method: { type: enum, values: [card, invoice], required: optional }
    `,
  },
  check: ({ plan, events }) =>
    events.flatMap((event) => {
      if (event.deprecated === null) return [];
      const { replacedBy } = event.deprecated;
      const to = plan.events.find(({ name }) => name === replacedBy);
      if (to === undefined) return [];
      const had = new Map(event.properties.map((property) => [property.name, property]));
      const missing = to.properties.filter(({ name, required }) => required && !had.has(name));
      const changed = to.properties.filter(({ name, type }) => {
        const before = had.get(name);
        return before !== undefined && before.type.kind !== type.kind;
      });
      const names = [...missing, ...changed].map(({ name }) => `"${name}"`);
      if (names.length === 0) return [];
      return [
        {
          subject: eventSubject(event),
          message: `"${event.name}" cannot simply become "${to.name}": ${names.join(", ")} ${missing.length > 0 ? "is asked for there" : "has another type there"}.`,
          help: "Make it optional until the old event is gone.",
          related: [{ message: `"${to.name}" is here`, origin: to.origin }],
        },
      ];
    }),
};
