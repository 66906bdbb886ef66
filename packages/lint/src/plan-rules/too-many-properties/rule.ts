import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";

/** More than this nobody fills in with care. */
const most = 40;

/** P212: an event has as many properties as people fill in with care. */
export const tooManyProperties: PlanRule = {
  page: {
    id: "P212",
    name: "too-many-properties",
    family: "plan",
    title: "An event with too many properties",
    why: `Beyond ${most} properties nobody knows which of them are filled in, and every event carries them all.`,
    fix: "Keep those that answer the event's question. What is always so belongs to the context, a person or a group.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: example(most + 1),
    good: example(2),
  },
  check: ({ events }) =>
    events
      .filter(({ properties }) => properties.length > most)
      .map((event) => ({
        subject: eventSubject(event),
        message: `"${event.name}" has ${event.properties.length} properties.`,
        help: `Above ${most} few are filled in with care; move what is always so to the context, a person or a group.`,
      })),
};

function example(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `      answer_${index + 1}: { type: boolean, description: Whether box ${index + 1} is ticked. }\n`,
  );
  return `events:\n  form_sent:\n    description: A visitor asked for an offer.\n    properties:\n${lines.join("")}`;
}
