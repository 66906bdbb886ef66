import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { liveSites, subjectOf } from "../emission.js";

/** A server's event says whose it is. */
export const unboundTenant: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C203",
    name: "unbound-tenant",
    title: "An event of a server that belongs to no tenant",
    why: "A server speaks for all tenants at once. An event without one counts for nobody, and cannot be given to anybody later.",
    fix: "Bind the tracker first, with `forTenant`, or say the tenant in the call's second argument.",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      tracker.track.feature.digest.used({ surface: "web" });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      tracker.track.feature.digest.used({ surface: "web" }, { tenant_id: "tn_1" });
    `,
  }),
  check: (analysis, plan) => {
    const fields = plan.plans.flatMap(({ context }) => context);
    return liveSites(analysis).flatMap((site) => {
      const { client, options } = site;
      if (client === null || client.runtime === null || client.runtime === "browser") return [];
      if (client.isBound || (options !== null && !options.isComplete)) return [];
      const passed = new Set((options?.entries ?? []).map(({ key }) => key));
      const missing = fields.filter(
        (field) =>
          field.from === "caller" &&
          field.required &&
          field.group !== null &&
          !passed.has(field.name) &&
          field.runtimes.includes(client.runtime ?? ""),
      );
      return [...new Set(missing.map(({ name }) => name))].map((name) =>
        finding("unbound-tenant", site.callee, `This event is sent without "${name}".`, {
          help: `Bind the tracker with \`forTenant\`, or pass \`{ ${name} }\` as the second argument.`,
          subject: subjectOf(site, name),
        }),
      );
    });
  },
};
