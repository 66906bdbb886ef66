import type { PropertySpec } from "../language/kinds/index.js";
import { byName } from "./by-name.js";
import type { Collected } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import type { Property } from "./property-type.js";
import type { Group } from "./resolved-plan.js";
import { expectUsableName } from "./usable-name.js";

/** The groups of the plan; one that only a context field names has no traits. */
export function resolveGroups(
  collected: Collected,
  traits: (properties?: Record<string, PropertySpec>) => readonly Property[],
  { report }: PlanScope,
): readonly Group[] {
  const { value: root, file } = collected.root;
  const keys = keyFields(collected, report);
  const { groups } = root;
  if (groups === undefined) {
    return byName(
      [...keys].map(([name, field]) => {
        const span = file.located.keySpan(root.context ?? root, field);
        expectUsableName(name, "group", span, report);
        return { name, description: null, traits: [], origin: report.origin(span) };
      }),
    );
  }
  return byName(
    Object.entries(groups).map(([name, spec]) => {
      const span = file.located.keySpan(groups, name);
      expectUsableName(name, "group", span, report);
      const { description = null } = spec;
      return { name, description, traits: traits(spec.traits), origin: report.origin(span) };
    }),
  );
}

/** Each group that the context names, with the field that is its key; it has only one. */
function keyFields(
  { root: { value, file } }: Collected,
  report: PlanScope["report"],
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [field, spec] of Object.entries(value.context ?? {})) {
    if (spec.group === undefined) continue;
    const other = keys.get(spec.group);
    if (other === undefined) keys.set(spec.group, field);
    else
      report.add(
        "duplicate-definition",
        file.located.valueSpan(spec, "group"),
        `"${other}" is the key of group "${spec.group}" already.`,
        { help: "A group has one key. Take one of the two `group:` out." },
      );
  }
  return keys;
}
