import type { Property } from "../property-type.js";
import type { Report } from "../report.js";
import type { ResolvedPlan } from "../resolved-plan.js";
import { objectMembers } from "../usable-name.js";
import { visitPropertyLists } from "./property-lists.js";

/** Properties can be written down, do not stand in for the context, and do not come back from the dead. */
export function checkPropertyNames(plan: ResolvedPlan, report: Report): void {
  const fields = plan.context.map((field) => field.name);
  const context = new Set([...fields, "distinct_id", "timestamp", "uuid"]);
  const reserved = new Set(plan.reserved.properties);
  const judged = new Set<Property>();
  const isNew = (property: Property): boolean => !judged.has(property) && !!judged.add(property);
  visitPropertyLists(plan, (properties, of) => {
    for (const property of properties) {
      if (!isNew(property) || !isUsable(property, report) || of === "inner") continue;
      if (reserved.has(property.name)) reportReserved(property, report);
      else if (of !== "traits" && context.has(property.name)) reportShadow(property, report);
    }
  });
  const groups = plan.propertyGroups.flatMap((group) => group.properties);
  for (const property of [...plan.properties, ...groups, ...plan.context])
    if (isNew(property)) isUsable(property, report);
}

function isUsable({ name, origin }: Property, report: Report): boolean {
  if (objectMembers.has(name)) {
    report.add(
      "reserved-name",
      origin,
      `"${name}" cannot be a property's name: JavaScript objects have it already.`,
      { help: "Choose another word." },
    );
    return false;
  }
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return true;
  report.add("property-name-format", origin, `"${name}" cannot be a property's name.`, {
    help: "Use letters, digits and _, starting with a letter. $ is PostHog's.",
  });
  return false;
}

function reportReserved({ name, origin }: Property, report: Report): void {
  report.add(
    "reserved-name-in-use",
    origin,
    `"${name}" is reserved: it meant something else once.`,
    { help: "Choose another name." },
  );
}

function reportShadow({ name, origin }: Property, report: Report): void {
  report.add(
    "property-shadows-context",
    origin,
    `"${name}" is part of every event's context and cannot be a property of one.`,
    { help: "Take it out: the client fills it in." },
  );
}
