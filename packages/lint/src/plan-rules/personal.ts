import type { PropertyType, ResolvedPlan } from "@dd0c/track-codegen";
import type { PlanView, PropertySite } from "../plan/plan-view.js";

/** Whether a value of the type can be text that somebody chose; closed lists and numbers cannot. */
export function mayHoldText(type: PropertyType, plan: ResolvedPlan, alsoNumbers = false): boolean {
  switch (type.kind) {
    case "string":
    case "json_schema":
      return true;
    case "integer":
    case "number":
    case "date":
    case "object":
      return alsoNumbers;
    case "array":
      return mayHoldText(type.items.type, plan, alsoNumbers);
    case "map":
      return mayHoldText(type.values.type, plan, alsoNumbers);
    case "union":
      return type.anyOf.some((branch) => mayHoldText(branch.type, plan, alsoNumbers));
    case "named": {
      const definition = plan.types.find(({ name }) => name === type.name);
      return definition !== undefined && definition.pii === null
        ? mayHoldText(definition.type, plan, alsoNumbers)
        : false;
    }
    default:
      return false;
  }
}

/** Whether the plan has a decision on a property: in itself, in what it holds, or `pii: none`. */
export function decidesPii({ property, origin }: PropertySite, view: PlanView): boolean {
  if (property.pii !== null || hasInner(property.type)) return true;
  return /(?:^|[\s,{])pii:\s*["']?none\b/.test(view.written(origin));
}

function hasInner(type: PropertyType): boolean {
  if (type.kind === "array") return type.items.pii !== null;
  if (type.kind === "map") return type.values.pii !== null;
  return type.kind === "union" && type.anyOf.some(({ pii }) => pii !== null);
}
