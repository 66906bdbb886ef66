import { refusal, type TypeLookup } from "../accepts-value.js";
import type { Condition, Property } from "../property-type.js";
import type { Report } from "../report.js";
import type { ResolvedPlan } from "../resolved-plan.js";
import { visitPropertyLists } from "./property-lists.js";

/** `required: { when: … }` names properties beside it, and values that they can have. */
export function checkConditions(plan: ResolvedPlan, report: Report): void {
  const types = new Map(plan.types.map((type) => [type.name, type]));
  visitPropertyLists(plan, (properties, of) => {
    const whose =
      of === "inner" ? "the object has" : of === "traits" ? "there is" : "the event has";
    for (const property of properties)
      for (const condition of property.when ?? [])
        checkCondition(property, condition, properties, { types, whose, report });
  });
}

function checkCondition(
  property: Property,
  condition: Condition,
  properties: readonly Property[],
  { types, whose, report }: { types: TypeLookup; whose: string; report: Report },
): void {
  const { name } = property;
  const when = ["required", "when", condition.property];
  const other = properties.find((it) => it.name === condition.property);
  if (other === undefined) {
    const others = properties.map((it) => it.name).filter((it) => it !== name);
    report.add(
      "condition-unknown-property",
      report.inside(property, when, "key"),
      `Whether "${name}" is required hangs on "${condition.property}", but ${whose} no such property.`,
      { help: report.didYouMean(condition.property, others) },
    );
    return;
  }
  if (other === property) {
    report.add(
      "condition-impossible",
      report.inside(property, when, "key"),
      `Whether "${name}" is required hangs on itself.`,
      { help: "Name another property." },
    );
    return;
  }
  const values = condition.kind === "values" ? condition.values : [];
  for (const [at, value] of values.entries()) {
    const why = refusal(other, value, types);
    if (why === null) continue;
    report.add(
      "condition-impossible",
      report.inside(property, values.length > 1 ? [...when, at] : when),
      `"${other.name}" is never ${JSON.stringify(value)}, so "${name}" is never required.`,
      { help: why },
    );
  }
}
