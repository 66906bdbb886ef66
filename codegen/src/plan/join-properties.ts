import type { Span } from "../language/span.js";
import type { PlanScope } from "./definitions.js";
import type { Property } from "./property-type.js";
import { sameType } from "./same-type.js";

/**
 * One property of two that groups bring under one name: what either asks for holds. Where they
 * cannot both hold it is a finding, and the first counts.
 */
export function joinProperties(
  first: Property,
  second: Property,
  group: string,
  span: Span,
  { report }: PlanScope,
): Property {
  if (first === second) return first;
  const how = conflict(first, second);
  if (how !== null) {
    report.add(
      "group-conflict",
      span,
      `"${group}" brings a "${second.name}" whose ${how} differs from that of one that is there already.`,
      {
        help: "Give one of the two another name, or define the property once under `properties:`.",
        related: [report.related("the other one", first.origin)],
      },
    );
    return first;
  }
  const required = first.required || second.required;
  const when = required ? null : (first.when ?? second.when);
  const pii = first.pii ?? second.pii;
  const isFirst = required === first.required && when === first.when && pii === first.pii;
  return isFirst ? first : { ...first, required, when, pii };
}

function conflict(first: Property, second: Property): string | null {
  if (!sameType(first.type, second.type)) return "type";
  if (first.nullable !== second.nullable) return "`nullable`";
  const isBoth = first.pii !== null && second.pii !== null;
  if (isBoth && JSON.stringify(first.pii) !== JSON.stringify(second.pii)) return "privacy";
  const isConditional = first.when !== null && second.when !== null;
  return isConditional && JSON.stringify(first.when) !== JSON.stringify(second.when)
    ? "condition"
    : null;
}
