import type { Property } from "../property-type.js";
import type { Report } from "../report.js";
import type { Event, ResolvedPlan } from "../resolved-plan.js";

/** Properties can be written down, do not stand in for the context, and do not come back from the dead. */
export function checkPropertyNames(plan: ResolvedPlan, report: Report): void {
  const context = new Set([
    ...plan.context.map((field) => field.name),
    "distinct_id",
    "timestamp",
    "uuid",
  ]);
  const reserved = new Set(plan.reserved.properties);
  const judged = new Set<string>();
  const judge = (property: Property, event: Event | null): void => {
    const { file, line, column } = property.origin;
    const key = `${property.name}\n${file}:${line}:${column}`;
    if (judged.has(key)) return;
    judged.add(key);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(property.name)) {
      report.add(
        "property-name-format",
        property.origin,
        `"${property.name}" cannot be a property's name.`,
        { help: "Use letters, digits and _, starting with a letter. $ is PostHog's." },
      );
    } else if (reserved.has(property.name)) {
      report.add(
        "reserved-name-in-use",
        property.origin,
        `"${property.name}" is reserved: it meant something else once.`,
        { help: "Choose another name." },
      );
    } else if (event !== null && context.has(property.name)) {
      report.add(
        "property-shadows-context",
        property.origin,
        `"${property.name}" is part of every event's context and cannot be a property of one.`,
        { help: "Take it out: the client fills it in." },
      );
    }
  };
  for (const event of plan.events) for (const property of event.properties) judge(property, event);
  for (const property of [
    ...plan.person.traits,
    ...plan.superProperties,
    ...plan.groups.flatMap((group) => group.traits),
  ])
    judge(property, null);
  for (const field of plan.context) judge(field, null);
}
