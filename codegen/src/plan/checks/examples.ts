import { refusal } from "../accepts-value.js";
import type { Property } from "../property-type.js";
import type { Report } from "../report.js";
import type { ResolvedPlan } from "../resolved-plan.js";
import { visitPropertyLists } from "./property-lists.js";

/** Every example is a value of its type. */
export function checkExamples(plan: ResolvedPlan, report: Report): void {
  const types = new Map(plan.types.map((type) => [type.name, type]));
  const judged = new Set<Property["examples"]>();
  const judge = (property: Property): void => {
    const { examples, name } = property;
    if (examples.length === 0 || judged.has(examples)) return;
    judged.add(examples);
    for (const [at, example] of examples.entries()) {
      const why = refusal(property, example, types);
      if (why === null) continue;
      const message = `The example ${JSON.stringify(example)} is no value of "${name}": ${why}.`;
      const place = report.inside(property, ["examples", at]);
      report.add("example-invalid", place, message, { help: "Correct the example, or the type." });
    }
  };
  plan.properties.forEach(judge);
  for (const group of plan.propertyGroups) group.properties.forEach(judge);
  plan.context.forEach(judge);
  visitPropertyLists(plan, (properties) => properties.forEach(judge));
}
