import { didYouMean } from "../../language/nearest.js";
import { refusal } from "../accepts-value.js";
import type { Property } from "../property-type.js";
import type { Report } from "../report.js";
import type { ResolvedPlan } from "../resolved-plan.js";

/** `required: { when: … }` names properties of the same event, and values that they can have. */
export function checkConditions(plan: ResolvedPlan, report: Report): void {
  const types = new Map(plan.types.map((type) => [type.name, type]));
  for (const { properties } of plan.events) {
    for (const property of properties) {
      for (const condition of property.when ?? []) {
        const other = properties.find((it) => it.name === condition.property);
        if (other === undefined) unknown(property, condition.property, properties, report);
        else if (condition.kind === "values") {
          const impossible = condition.values.find(
            (value) => refusal(other, value, types) !== null,
          );
          if (impossible !== undefined) {
            report.add(
              "condition-impossible",
              property.origin,
              `"${other.name}" is never ${JSON.stringify(impossible)}, so "${property.name}" is never required.`,
              { help: refusal(other, impossible, types) },
            );
          }
        }
      }
    }
  }
}

function unknown(
  property: Property,
  name: string,
  properties: readonly Property[],
  report: Report,
): void {
  const others = properties.map((it) => it.name).filter((it) => it !== property.name);
  report.add(
    "condition-unknown-property",
    property.origin,
    `"${property.name}" is required when "${name}" is…, but the event has no "${name}".`,
    { help: didYouMean(name, others) },
  );
}
