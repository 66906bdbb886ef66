import { eventSubject } from "../../plan/plan-view.js";
import { isPast, isState, pastOf } from "../past-tense.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P102: an event's action is in the tense that the plan's `naming: tense:` asks for. */
export const actionNotPastTense: PlanRule = {
  page: {
    id: "P102",
    name: "action-not-past-tense",
    family: "plan",
    title: "An action in another tense than the plan's",
    why: "An event is sent when something has happened. `order_pay` may be a click, an attempt or a payment; `order_paid` is one thing.",
    fix: "Say what had happened when it was sent. States such as `active` stay as they are; a name that must bend the rule says `naming_exception:`.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      plan: shop
      naming: { event: <object>_<action>, tense: { completed: past } }
      events:
        order_pay:
          description: Money arrived.
    `,
    good: yaml`
      plan: shop
      naming: { event: <object>_<action>, tense: { completed: past } }
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  check: ({ plan, events, words }) => {
    const { completed } = plan.naming.tense;
    if (completed === null) return [];
    return events.flatMap((event) => {
      const tail = words(event.path.at(-1) ?? event.name);
      const last = tail.at(-1) ?? "";
      const isDone = tail.some(isPast);
      if (event.namingException !== null || isState(last) || isDone === (completed === "past"))
        return [];
      const message =
        completed === "past"
          ? `"${event.name}" does not say what had happened: "${last}" is no past.`
          : `"${event.name}" is in the past, and the plan's actions are in the present.`;
      const help =
        completed === "past"
          ? `Such as "${event.name.replace(new RegExp(`${last}$`, "i"), pastOf(last))}", or say \`naming_exception:\` and why.`
          : "Write the verb as it is in a dictionary, or say `naming_exception:` and why.";
      return [{ subject: eventSubject(event), message, help }];
    });
  },
};
