import { eventSubject, type PlanView, type Subject } from "../../plan/plan-view.js";
import { isPlaceholder } from "../placeholder.js";
import type { PlanRule } from "../plan-rule.js";
import { singular } from "../singular.js";
import { wordsIn } from "../words-in.js";
import { yaml } from "../yaml.js";

/** P604: a description says more than the name. */
export const descriptionWeak: PlanRule = {
  page: {
    id: "P604",
    name: "description-weak",
    family: "plan",
    title: "A description that says nothing",
    why: "`The order id.` under `order_id` is no more than the name once again, and a TODO is read by everybody who counts on the event.",
    fix: "Say what it means, where it comes from, or when it is sent.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: The order was paid event.
    `,
    good: yaml`
      events:
        order_paid:
          description: The bank confirmed the transfer, or the card was charged.
    `,
  },
  check: (view) => [
    ...view.events.flatMap((event) =>
      weakness(event.name, event.description, eventSubject(event), view),
    ),
    ...view.properties.flatMap((subject) => {
      const { name, description } = subject.property;
      return weakness(name, description, subject, view);
    }),
  ],
};

const fillers = wordsIn(`
  a an and are as at be been by event field for from has have in is it its of on or property the this
  to value was were with
`);

function weakness(
  name: string,
  description: string | null,
  subject: Subject,
  { words }: PlanView,
): ReturnType<PlanRule["check"]> {
  if (description === null) return [];
  if (isPlaceholder(description)) {
    const message = `The description of "${name}" is still to be written.`;
    return [{ subject, message, help: "Say what it means." }];
  }
  const known = words(name).map(singular);
  for (const [word] of description.matchAll(/[\p{L}\p{N}]+/gu)) {
    const said = word.toLowerCase();
    // Most descriptions say something new in their first words; the rest is not looked at.
    if (!fillers.has(said) && !known.includes(singular(said))) return [];
  }
  return [
    {
      subject,
      message: `The description of "${name}" says no more than its name.`,
      help: "Say what it means, where it comes from, or when it is sent.",
    },
  ];
}
