import { refusal } from "../accepts-value.js";
import type { Property } from "../property-type.js";
import type { Report } from "../report.js";
import type { ResolvedPlan } from "../resolved-plan.js";

/** Every example is a value of its type. */
export function checkExamples(plan: ResolvedPlan, report: Report): void {
  const types = new Map(plan.types.map((type) => [type.name, type]));
  const judged = new Set<Property["examples"]>();
  const judge = (property: Property): void => {
    if (judged.has(property.examples)) return;
    judged.add(property.examples);
    for (const example of property.examples) {
      const why = refusal(property, example, types);
      if (why !== null) {
        report.add(
          "example-invalid",
          property.origin,
          `The example ${JSON.stringify(example)} is no value of "${property.name}": ${why}.`,
          { help: "Correct the example, or the type." },
        );
      }
    }
    if (property.type.kind === "object") property.type.properties.forEach(judge);
  };
  for (const event of plan.events) event.properties.forEach(judge);
  for (const property of [
    ...plan.properties,
    ...plan.person.traits,
    ...plan.superProperties,
    ...plan.groups.flatMap((it) => it.traits),
  ])
    judge(property);
}
