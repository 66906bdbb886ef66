import type { Condition } from "./property-type.js";

type Scalar = string | number | boolean;
type Written = Scalar | readonly Scalar[] | { readonly present: boolean };

/** `{ outcome: failed, parent_id: { present: true } }` → its conditions, all of which must hold. */
export function resolveConditions(when: Readonly<Record<string, Written>>): readonly Condition[] {
  return Object.entries(when).map(([property, is]): Condition => {
    if (typeof is === "object" && "present" in is)
      return { kind: "presence", property, present: is.present };
    return { kind: "values", property, values: typeof is === "object" ? is : [is] };
  });
}
