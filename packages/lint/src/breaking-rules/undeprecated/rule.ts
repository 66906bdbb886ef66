import type { Deprecation } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import type { Scalar } from "../../diff/difference.js";
import { example } from "../../diff/example.js";

/** Something is no longer deprecated. */
export const undeprecated: BreakingRule = {
  page: breakingPage({
    id: "B115",
    name: "undeprecated",
    title: "Something is no longer deprecated",
    why: "People have moved their code, docs and queries away from it already.",
    fix: "Tell those who moved, or leave it deprecated.",
    severity: "warning",
    audiences: ["analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      -    deprecated: { reason: The bank counts payments. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          deprecated: { reason: The bank counts payments. }
    `,
  }),
  checks: {
    event: ({ base, head, at }) => back(base.deprecated, head.deprecated, at.name),
    property: ({ base, head, at }) => back(base.deprecated, head.deprecated, at.name),
    value: ({ differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "member_undeprecated"
          ? (back(it.deprecated, null, `The value \`${it.value}\` of ${at.name}`, it.value) ?? [])
          : [],
      ),
  },
};

function back(
  base: Deprecation | null,
  head: Deprecation | null,
  name: string,
  value: Scalar = "",
): Notice | null {
  if (base === null || head !== null) return null;
  return {
    message: `${name} is no longer deprecated, and people have moved away from it already.`,
    help: "Tell those who moved.",
    digest: String(value),
  };
}
