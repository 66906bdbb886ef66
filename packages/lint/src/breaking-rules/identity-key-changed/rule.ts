import type { ContextField, Pii, ResolvedPlan } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { guaranteeOf } from "../../diff/guarantee.js";

/** Somebody is known by another key. */
export const identityKeyChanged: BreakingRule = {
  page: breakingPage({
    id: "B303",
    name: "identity-key-changed",
    title: "Somebody is known by another key",
    why: "The same person or customer is counted twice: once under the old key, once under the new.",
    fix: "Alias the old ids to the new ones before the release, and say the day.",
    severity: "error",
    audiences: ["source", "analysis"],
    bad: example`
       person:
         description: Somebody who pays.
      -  distinct_id: { description: Their id., pii: { class: user_id, handling: hash } }
      +  distinct_id: { description: Their id., pii: { class: email, handling: hash } }
       events:
         order_paid:
           description: Money arrived.
    `,
    good: example`
       person:
         description: Somebody who pays.
      -  distinct_id: { description: Their id., pii: { class: user_id, handling: hash } }
      +  distinct_id: { description: The id of their account., pii: { class: user_id, handling: hash } }
       events:
         order_paid:
           description: Money arrived.
    `,
  }),
  checks: {
    plan: ({ base, head }) => [...personKey(base, head), ...lostGroups(base, head)],
    field: ({ base, head, at }) => {
      if (head === null || base.group === head.group) return null;
      if (base.group !== null && head.group === null) return lostKey(base, at.name);
      const was = base.group === null ? "was no key" : `was the key of \`${base.group}\``;
      return {
        message: `${at.name} ${was} and is the key of \`${head.group}\` now: its groups are counted anew.`,
        help: "Send the group's key under both names until history reaches back far enough.",
        severity: base.group === null ? "warning" : "error",
        audiences: base.group === null || !isGiven(base) ? ["analysis"] : ["source", "analysis"],
        digest: `${base.group} → ${head.group}`,
      };
    },
  },
};

function personKey(base: ResolvedPlan, head: ResolvedPlan): readonly Notice[] {
  const before = keyIn(base.person.distinctId.pii);
  const after = keyIn(head.person.distinctId.pii);
  if (before === after) return [];
  return [
    {
      message: `A person's \`distinct_id\` was ${before} and is ${after}: the same person is counted twice.`,
      help: "Alias the old ids to the new ones before the release.",
      audiences: ["analysis"],
      within: "person/distinct_id",
      digest: `${before} → ${after}`,
    },
  ];
}

/** What arrives as a person's id. */
function keyIn(pii: Pii | null): string {
  if (pii === null || pii.handling === "allow") return "sent as it is";
  return pii.handling === "hash" ? `hashed as \`${pii.class}\`` : "dropped";
}

function lostGroups(base: ResolvedPlan, head: ResolvedPlan): readonly Notice[] {
  return base.groups
    .filter(({ name }) => !head.groups.some((it) => it.name === name))
    .map(({ name }) => ({
      message: `Events belong to no \`${name}\` any more: \`group("${name}", …)\` stops compiling, and insights by it end.`,
      help: "Keep the group until nothing names it.",
      audiences: ["source", "analysis"],
      within: `groups/${name}`,
    }));
}

/** An optional key that is none any more; a required one is a guarantee, and has a rule of its own. */
function lostKey(field: ContextField, name: string): Notice | null {
  if (guaranteeOf(field) !== null) return null;
  return {
    message: `${name} is the key of no group now: insights by \`${field.group}\` lose these events.`,
    help: "Keep `group:` on the field.",
    audiences: isGiven(field) ? ["source", "analysis"] : ["analysis"],
    digest: `${field.group} → null`,
  };
}

function isGiven({ from }: ContextField): boolean {
  return from === "caller";
}
