import type { Property, ResolvedPlan } from "@dd0c/track-codegen";
import type { ArrivedEvent } from "./arrived-event.js";
import { type CheckValue, compileValue, type ValueScope } from "./compile-value.js";
import { findPrivate } from "./find-private-values.js";
import { type Found, mostFound } from "./found.js";
import { isPostHogProperty } from "./posthog-names.js";
import { unplanned } from "./tell.js";

/** Compiles the check of what events say of persons (`$set`) and groups (`$group_set`). */
export function compileTraits(
  plan: ResolvedPlan,
  scope: ValueScope,
): (arrived: ArrivedEvent, found: Found[]) => void {
  const compile = (traits: readonly Property[]): ReadonlyMap<string, CheckValue> =>
    new Map(traits.map((it) => [it.name, compileValue(it, { ...scope, origin: it.origin })]));
  // A browser's super-properties are remembered as facts of the person as well.
  const person = compile([...plan.superProperties, ...plan.person.traits]);
  const groups = new Map(plan.groups.map((group) => [group.name, compile(group.traits)]));

  function check(
    traits: unknown,
    known: ReadonlyMap<string, CheckValue>,
    at: string,
    found: Found[],
  ): void {
    if (typeof traits !== "object" || traits === null) return;
    for (const [key, value] of Object.entries(traits)) {
      if (found.length >= mostFound) break;
      const path = `.${at}.${key}`;
      const judge = known.get(key);
      if (judge !== undefined) judge(value, path, found);
      else if (isPostHogProperty(key)) findPrivate(value, path, null, found);
      else unplanned(key, value, path, known.keys(), { origin: null }, found);
    }
  }

  return ({ event, properties, set }, found) => {
    for (const at of ["$set", "$set_once"] as const) {
      if (properties[at] !== undefined) check(properties[at], person, at, found);
      const beside = set?.[at];
      if (beside !== undefined && beside !== properties[at]) check(beside, person, at, found);
    }
    if (event !== "$groupidentify") return;
    const type = properties.$group_type;
    const group = typeof type === "string" ? groups.get(type) : undefined;
    if (group !== undefined) check(properties.$group_set, group, "$group_set", found);
    else {
      const message = `The plan has no group ${JSON.stringify(String(type).slice(0, 60))}.`;
      found.push({
        code: "wrong-context",
        path: ".$group_type",
        message,
        help: null,
        origin: null,
      });
    }
  };
}
