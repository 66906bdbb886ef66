import type { ResolvedPlan } from "@dd0c/track-codegen";
import type { Subject } from "../plan/plan-view.js";

/** An event that something is measured by. */
export interface CountedEvent {
  readonly event: string;
  readonly subject: Subject;
  /** What measures, at the beginning of a sentence: `The stage "paid" of "checkout"`. */
  readonly what: string;
}

/** Every event that a funnel, an activation or a health score counts, as often as it is written. */
export function countedEvents(plan: ResolvedPlan): readonly CountedEvent[] {
  const counted = new Map<string, CountedEvent>();
  const count = (event: string, subject: Subject, what: string): void => {
    counted.set(`${subject.path}\n${event}`, { event, subject, what });
  };
  for (const funnel of plan.funnels) {
    for (const stage of funnel.stages) {
      // The activation of each product has a place of its own.
      if (stage.activation) continue;
      const path = `funnels/${funnel.name}/stages/${stage.name}`;
      for (const event of stage.events)
        count(
          event,
          { path, origin: stage.origin, event: null },
          `The stage "${stage.name}" of "${funnel.name}"`,
        );
    }
  }
  for (const { name, activation } of plan.products) {
    if (activation === null) continue;
    const subject = { path: `products/${name}/activation`, origin: activation.origin, event: null };
    for (const event of [activation.event, activation.from])
      count(event, subject, `The activation of "${name}"`);
  }
  for (const health of plan.health) {
    const subject = { path: `health/${health.name}`, origin: health.origin, event: null };
    for (const input of health.inputs)
      for (const event of input.events) count(event, subject, `The score "${health.name}"`);
  }
  return [...counted.values()];
}
