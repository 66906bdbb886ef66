import { eventSubject, type Subject } from "../../plan/plan-view.js";
import { isPlaceholder } from "../placeholder.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P607: what a plan points at is not still to be filled in. */
export const placeholderLink: PlanRule = {
  page: {
    id: "P607",
    name: "placeholder-link",
    family: "plan",
    title: "A text that is still to be filled in",
    why: "A `TODO` in `trigger:` or `reason:` passes every check of shape and says nothing, which is worse than its absence.",
    fix: "Fill it in, or take the key out.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          trigger: TODO
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          trigger: The payment provider has confirmed the charge.
    `,
  },
  check: ({ events, properties, plan }) => [
    ...events.flatMap((event) =>
      placeholders(eventSubject(event), event.name, {
        trigger: event.trigger,
        answers: event.answers,
        emitted_from: event.emittedFrom,
        owner: event.owner,
        naming_exception: event.namingException,
        "deprecated: reason": event.deprecated?.reason ?? null,
      }),
    ),
    ...properties.flatMap((subject) =>
      placeholders(subject, subject.property.name, {
        "pii: reason": subject.property.pii?.reason ?? null,
        "deprecated: reason": subject.property.deprecated?.reason ?? null,
      }),
    ),
    ...plan.funnels.flatMap(({ name, origin, answers, description }) =>
      placeholders({ path: `funnels/${name}`, origin, event: null }, name, {
        answers,
        description,
      }),
    ),
  ],
};

function placeholders(
  subject: Subject,
  name: string,
  texts: Readonly<Record<string, string | null>>,
): ReturnType<PlanRule["check"]> {
  return Object.entries(texts).flatMap(([key, text]) => {
    if (text === null || !isPlaceholder(text)) return [];
    const message = `\`${key}\` of "${name}" is still to be filled in.`;
    return [{ subject, message, help: "Fill it in, or take the key out." }];
  });
}
