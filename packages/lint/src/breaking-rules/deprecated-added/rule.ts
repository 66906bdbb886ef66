import type { Deprecation } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** Something is deprecated. */
export const deprecatedAdded: BreakingRule = {
  page: breakingPage({
    id: "B112",
    name: "deprecated-added",
    title: "Something is deprecated",
    why: "Editors strike it through from now on. Nothing breaks yet.",
    fix: "Nothing to do; a `sunset` tells people how long they have.",
    severity: "info",
    audiences: [],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      +    deprecated: { reason: The bank counts payments. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
    `,
  }),
  checks: {
    event: ({ base, head, at }) =>
      head.deprecated?.replacedBy === null ? announced(base, head, at.name) : null,
    property: ({ base, head, at }) => announced(base, head, at.name),
    value: ({ differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "member_deprecated"
          ? {
              message: `The value \`${it.value}\` of ${at.name} is deprecated: ${it.deprecated.reason}`,
              digest: String(it.value),
            }
          : [],
      ),
  },
};

interface Deprecatable {
  readonly deprecated: Deprecation | null;
}

function announced(base: Deprecatable, head: Deprecatable, name: string): Notice | null {
  if (base.deprecated !== null || head.deprecated === null) return null;
  const { reason, sunset } = head.deprecated;
  const until = sunset === null ? "" : ` It may go after ${sunset}.`;
  return { message: `${name} is deprecated: ${reason}${until}` };
}
