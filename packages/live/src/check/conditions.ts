import type { Condition } from "@dd0c/track-codegen";

type Members = Readonly<Record<string, unknown>>;

/** Whether all conditions hold for an object's members. */
export function conditionsHold(when: readonly Condition[], members: Members): boolean {
  return when.every((condition) => {
    const isThere = Object.hasOwn(members, condition.property);
    if (condition.kind === "presence") return isThere === condition.present;
    const value = members[condition.property];
    return isThere && condition.values.some((it) => it === value);
  });
}

/** `"outcome" is "failure" or "timeout"`. */
export function inWords(when: readonly Condition[]): string {
  return when
    .map((condition) =>
      condition.kind === "presence"
        ? `"${condition.property}" is ${condition.present ? "there" : "absent"}`
        : `"${condition.property}" is ${condition.values.map((it) => JSON.stringify(it)).join(" or ")}`,
    )
    .join(" and ");
}
