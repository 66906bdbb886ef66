import type { Report } from "../report.js";
import type { Event, ResolvedPlan } from "../resolved-plan.js";

/** What the Slack client records by itself can be recorded: one event for each thing, filled in. */
export function checkAutoEvents(plan: ResolvedPlan, report: Report): void {
  const recorded = new Map<string, Event>();
  for (const event of plan.events) {
    if (event.auto === null) continue;
    checkFill(event, event.auto, report);
    for (const product of event.products) {
      const key = `${product}\n${event.auto.slack}`;
      const other = recorded.get(key);
      if (other === undefined) recorded.set(key, event);
      else
        report.add(
          "duplicate-definition",
          event.origin,
          `"${other.name}" is what the Slack client of ${product} records for a ${event.auto.slack}.`,
          {
            help: "Take one of the two `auto:` out.",
            related: [report.related("the other one", other.origin)],
          },
        );
    }
  }
}

function checkFill(
  { name, runtimes, properties, origin }: Event,
  { fill }: NonNullable<Event["auto"]>,
  report: Report,
): void {
  if (!runtimes.includes("slack")) {
    report.add(
      "runtime-unknown",
      origin,
      `"${name}" is recorded by the Slack client, but is not sent from slack.`,
      { help: "Add slack to its `runtimes:`." },
    );
  }
  const filled = fill.map((entry) => entry.property);
  const known = properties.map((property) => property.name);
  for (const property of filled.filter((it) => !known.includes(it))) {
    report.add(
      "ref-unknown",
      origin,
      `"${name}" fills in "${property}", which is no property of it.`,
      { help: report.didYouMean(property, known) },
    );
  }
  for (const property of properties) {
    const isGiven = property.type.kind === "const" || filled.includes(property.name);
    if (!property.required || isGiven) continue;
    report.add(
      "ref-unknown",
      origin,
      `"${name}" is recorded by itself, but nothing fills in "${property.name}", which is required.`,
      { help: "Add it under `auto: fill:`, or make it optional." },
    );
  }
}
