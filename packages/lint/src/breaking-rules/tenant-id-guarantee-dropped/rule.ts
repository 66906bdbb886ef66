import type { ContextField } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { guaranteeOf } from "../../diff/guarantee.js";
import { listed } from "../../diff/in-words.js";

/** Not every event names its tenant any more. */
export const tenantIdGuaranteeDropped: BreakingRule = {
  page: breakingPage({
    id: "B301",
    name: "tenant-id-guarantee-dropped",
    title: "Not every event names its tenant any more",
    why: "Without the key of its group on every event, customers can no longer be told apart: in reports, in exports, and when one of them asks for deletion.",
    fix: "Keep the field required, on every runtime, and the key of its group.",
    severity: "error",
    audiences: ["source", "analysis", "privacy"],
    locked: true,
    bad: example`
       groups: { tenant: { description: A customer. } }
       context:
      -  tenant_id: { from: caller, group: tenant, description: The customer. }
      +  tenant_id: { from: caller, group: tenant, required: optional, description: The customer. }
       events:
         order_paid:
           description: Money arrived.
    `,
    good: example`
       groups: { tenant: { description: A customer. } }
       context:
      -  tenant_id: { from: caller, group: tenant, description: The customer. }
      +  tenant_id: { from: caller, group: tenant, description: The customer's account. }
       events:
         order_paid:
           description: Money arrived.
    `,
  }),
  checks: {
    field: ({ base, head, at }) => {
      if (guaranteeOf(base) !== "tenant") return null;
      const lost = base.runtimes.filter((it) => head?.runtimes.includes(it) !== true);
      const how = howLost(head, lost);
      if (how === null) return null;
      const isPassed = base.from === "caller" || base.from === "runtime";
      const source = isPassed && (head === null || head.group === null || lost.length > 0);
      return {
        message: `Not every event names its \`${base.group}\` any more: ${at.name} ${how}. Customers cannot be told apart.${source ? " Calls that give it stop compiling." : ""}`,
        help: "Keep it required, on every runtime, and the key of its group.",
        audiences: source ? ["source", "analysis", "privacy"] : ["analysis", "privacy"],
        digest: how,
      };
    },
  },
};

function howLost(head: ContextField | null, lost: readonly string[]): string | null {
  if (head === null) return "is gone";
  if (head.group === null) return "is the key of no group now";
  if (!head.required) return "is optional now";
  return lost.length > 0 ? `is missing on ${listed(lost)}` : null;
}
