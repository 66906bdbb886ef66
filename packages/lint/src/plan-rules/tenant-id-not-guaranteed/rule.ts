import type { PlanRule } from "../plan-rule.js";
import { wordsIn } from "../words-in.js";
import { yaml } from "../yaml.js";

/** P401: the tenant is on every event, from wherever it comes. */
export const tenantIdNotGuaranteed: PlanRule = {
  page: {
    id: "P401",
    name: "tenant-id-not-guaranteed",
    family: "plan",
    title: "Events that may lack their tenant",
    why: "An event without its tenant belongs to nobody: it is missing in the tenant's numbers, and cannot be deleted with them.",
    fix: "Take `required: optional` and `runtimes:` away from the context field that is the group's key.",
    severity: "error",
    preset: "recommended",
    locked: true,
    bad: yaml`
      plan: shop
      context:
        tenant_id: { from: caller, group: tenant, required: optional }
    `,
    good: yaml`
      plan: shop
      context:
        tenant_id: { from: caller, group: tenant }
    `,
  },
  check: ({ plan }) =>
    plan.context.flatMap(({ name, group, required, runtimes, origin }) => {
      // A team that people may or may not have joined is no tenant.
      if (group === null || !tenants.has(group.toLowerCase())) return [];
      const subject = { path: `context/${name}`, origin, event: null };
      const lacking = plan.runtimes.filter((runtime) => !runtimes.includes(runtime.name));
      const where = required ? ` from ${lacking.map((runtime) => runtime.name).join(", ")}` : "";
      if (required && lacking.length === 0) return [];
      return [
        {
          subject,
          message: `"${name}" is the key of group "${group}", and events${where} may come without it.`,
          help: "Make it required, in every runtime.",
        },
      ];
    }),
};

const tenants = wordsIn("account company customer org organisation organization tenant workspace");
