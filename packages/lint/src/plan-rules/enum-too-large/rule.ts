import type { PlanRule } from "../plan-rule.js";

/** More values than this nobody reads, and no chart shows. */
const most = 50;

/** P205: an enum is short enough to be read. */
export const enumTooLarge: PlanRule = {
  page: {
    id: "P205",
    name: "enum-too-large",
    family: "plan",
    title: "An enum that nobody reads",
    why: `A list of more than ${most} values is a table in disguise: it changes with every release, and a breakdown by it has no end.`,
    fix: "Take `type: string` with a pattern (a country code, a currency), or an enum of the kinds that matter.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: `properties:\n  room: { type: enum, description: Where the guest sleeps., values: [${rooms(most + 1)}] }\n`,
    good: `properties:\n  room: { type: enum, description: Where the guest sleeps., values: [${rooms(3)}] }\n`,
  },
  check: ({ ofKinds }) =>
    ofKinds("enum").flatMap((subject) => {
      const { name, type } = subject.property;
      if (type.kind !== "enum" || type.members.length <= most) return [];
      return [
        {
          subject,
          message: `"${name}" has ${type.members.length} values.`,
          help: `Above ${most}, a string with a pattern is easier to keep true.`,
        },
      ];
    }),
};

function rooms(count: number): string {
  return Array.from({ length: count }, (_, index) => `r${index + 1}`).join(", ");
}
