import type { Deprecation } from "@dd0c/track-codegen";
import { eventSubject, type Subject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P623: what goes away says until when it stays. */
export const deprecatedIncomplete: PlanRule = {
  page: {
    id: "P623",
    name: "deprecated-incomplete",
    family: "plan",
    title: "Something deprecated that says no end",
    why: "Without a day nobody moves, and without a day nobody may remove it: it stays for ever.",
    fix: "Add `sunset:` with the day after which it may be removed.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_payed:
          description: Money arrived, in the first spelling.
          deprecated: { reason: Misspelt., replaced_by: order_paid }
        order_paid:
          description: Money arrived.
    `,
    good: yaml`
      events:
        order_payed:
          description: Money arrived, in the first spelling.
          deprecated: { reason: Misspelt., replaced_by: order_paid, sunset: 2099-12-31 }
        order_paid:
          description: Money arrived.
    `,
  },
  check: ({ events, properties }) => [
    ...events.flatMap((event) => incomplete(event.name, event.deprecated, eventSubject(event))),
    ...properties.flatMap((subject) => {
      const { name, deprecated } = subject.property;
      return incomplete(name, deprecated, subject);
    }),
  ],
};

function incomplete(
  name: string,
  deprecated: Deprecation | null,
  subject: Subject,
): ReturnType<PlanRule["check"]> {
  if (deprecated === null || deprecated.sunset !== null) return [];
  const message = `"${name}" is deprecated, and nothing says until when it stays.`;
  return [{ subject, message, help: "Add `sunset:` to `deprecated:`." }];
}
