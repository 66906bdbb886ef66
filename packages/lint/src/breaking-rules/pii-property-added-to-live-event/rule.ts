import type { PropertyValue } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** Personal data joins an event that is sent already. */
export const piiPropertyAddedToLiveEvent: BreakingRule = {
  page: breakingPage({
    id: "B316",
    name: "pii-property-added-to-live-event",
    title: "Personal data joins an event that is sent already",
    why: "People said yes to what the event was; what is new in it needs a review before it is released.",
    fix: "Have it reviewed, and accept the change by its fingerprint.",
    severity: "warning",
    audiences: ["privacy"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
             amount: { type: number, description: How much. }
      +      contact: { type: string, pii: email, description: Where to write. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
             amount: { type: number, description: How much. }
      +      contact_kind: { type: enum, values: [email, phone], description: How they want to hear from us. }
    `,
  }),
  checks: {
    property_added: ({ head, at }) => {
      const found = classesIn(head);
      if (found.length === 0) return null;
      return {
        message: `${at.name} is new and holds personal data (${found.join(", ")}).`,
        help: "Have it reviewed, and accept this change by its fingerprint.",
        digest: found.join(","),
      };
    },
  },
};

/** The classes of personal data in a value, however deep. */
function classesIn({ type, pii }: PropertyValue): readonly string[] {
  const inner =
    type.kind === "array"
      ? classesIn(type.items)
      : type.kind === "map"
        ? classesIn(type.values)
        : type.kind === "object"
          ? type.properties.flatMap(classesIn)
          : type.kind === "union"
            ? type.anyOf.flatMap(classesIn)
            : [];
  return [...new Set(pii === null ? inner : [pii.class, ...inner])].sort();
}
