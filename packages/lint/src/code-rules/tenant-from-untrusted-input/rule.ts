import { type Diagnostic, finding } from "@dd0c/track-codegen";
import type { Site } from "../../code/site.js";
import type { ValueFact } from "../../code/value-fact.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { allCalls } from "../emission.js";
import type { PlanIndex } from "../plan-index.js";
import { untrustedSource } from "../value-meaning.js";

/** A server takes the tenant from the session, not from what the caller says. */
export const tenantFromUntrustedInput: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C202",
    name: "tenant-from-untrusted-input",
    title: "A tenant that the caller names",
    why: "Anybody can write another tenant's id into a body, a query or a message, and then fills that tenant's dashboards.",
    fix: "Take the tenant from the session, the verified token, or Slack's installation.",
    bad: `
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      export function handle(req: { body: { tenant: string } }) {
        tracker.forTenant(req.body.tenant).track.feature.digest.used({ surface: "web" });
      }
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      export function handle(session: { tenant: string }) {
        tracker.forTenant(session.tenant).track.feature.digest.used({ surface: "web" });
      }
    `,
  }),
  check: (analysis, plan) => {
    const found = new Map<string, Diagnostic<string>>();
    for (const site of allCalls(analysis)) {
      const { client } = site;
      if (client === null || client.runtime === "browser") continue;
      for (const value of tenantValues(site as Site, plan)) {
        const source = untrustedSource(value);
        if (source === null) continue;
        const key = `${value.span.file}:${value.span.start}`;
        const subject = [site.span.file, site.place.symbol, "tenant", source];
        found.set(
          key,
          finding(
            "tenant-from-untrusted-input",
            value.span,
            `The tenant comes from ${source}, which anybody may write.`,
            {
              help: "Take it from the session, the verified token, or Slack's installation.",
              subject: subject.filter(Boolean).join("/"),
            },
          ),
        );
      }
    }
    return [...found.values()];
  },
};

/** What the tenant of a call is set to: `forTenant(…)`, or the context of the call. */
function tenantValues({ client, options }: Site, plan: PlanIndex): readonly ValueFact[] {
  const inContext = (options?.entries ?? [])
    .filter(({ key }) => plan.contextField(key)?.from === "caller")
    .map(({ value }) => value);
  const bound = client?.tenant ?? null;
  return bound === null ? inContext : [bound, ...inContext];
}
