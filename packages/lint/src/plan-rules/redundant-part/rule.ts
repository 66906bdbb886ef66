import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { singular } from "../singular.js";
import { yaml } from "../yaml.js";

/** P109: no word of an event's name says what the word before it said, or that it is an event. */
export const redundantPart: PlanRule = {
  page: {
    id: "P109",
    name: "redundant-part",
    family: "plan",
    title: "A word in a name that adds nothing",
    why: "`order.order.paid` and `order_paid_event` are longer to type and harder to guess than what they mean.",
    fix: "Leave the word out.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_paid_event:
          description: Money arrived.
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  check: ({ events, words }) =>
    events.flatMap((event) => {
      const all = words(event.name);
      const twice = all.find(
        (word, index) => index > 0 && singular(word) === singular(all[index - 1] ?? ""),
      );
      const isTold =
        all.length > 1 && (all.at(-1) === "event" || all[0] === "event" || all[0] === "track");
      if (event.namingException !== null || (twice === undefined && !isTold)) return [];
      const message =
        twice === undefined
          ? `That "${event.name}" is an event needs no word in its name.`
          : `"${event.name}" says "${twice}" twice.`;
      return [{ subject: eventSubject(event), message, help: "Leave the word out." }];
    }),
};
