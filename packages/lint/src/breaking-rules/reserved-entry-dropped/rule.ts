import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { reusedNames } from "../../diff/reused-names.js";

/** A name is no longer reserved. */
export const reservedEntryDropped: BreakingRule = {
  page: breakingPage({
    id: "B106",
    name: "reserved-entry-dropped",
    title: "A name is no longer reserved",
    why: "Nothing stops the name from coming back now, and then old rows would gain a new meaning.",
    fix: "Leave it under `reserved:`; it costs nothing there.",
    severity: "error",
    audiences: ["analysis"],
    bad: example`
      -reserved: { events: [order_placed] }
       events:
         order_paid:
           description: Money arrived.
    `,
    good: example`
      -reserved: { events: [order_placed] }
      +reserved: { events: [order_placed, order_payed] }
       events:
         order_paid:
           description: Money arrived.
    `,
  }),
  checks: {
    plan: ({ base, head }) => {
      const reused = new Set(
        reusedNames(base, head).map(({ section, name }) => `${section} ${name}`),
      );
      return (["events", "properties"] as const).flatMap((section) =>
        base.reserved[section]
          .filter(
            (name) => !head.reserved[section].includes(name) && !reused.has(`${section} ${name}`),
          )
          .map((name) => ({
            message: `\`${name}\` is no longer reserved, so that it may come back with another meaning.`,
            help: `Leave it in \`reserved: ${section}:\`.`,
            within: `reserved/${section}/${name}`,
          })),
      );
    },
  },
};
