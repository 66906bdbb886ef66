import { type ContextField, type Diagnostic, finding, type Span } from "@dd0c/track-codegen";
import type { PropertiesFact } from "../../code/value-fact.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { liveSites, subjectOf } from "../emission.js";
import type { PlanIndex } from "../plan-index.js";

/** Nobody but the client says which tenant and product an event belongs to. */
export const forgedContext: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C201",
    name: "forged-context",
    title: "Context that is passed as if it were a property",
    why: "Tenant and product decide whose numbers an event counts for. A client that says it twice can say it wrong, and one tenant's events land in another's dashboard.",
    fix: "Take it out of the properties: the client fills it in. Bind the tracker with `forTenant` from the session or the installation.",
    locked: true,
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.feature.digest.used({ surface: "web", tenant_id: "tn_2" });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.feature.digest.used({ surface: "web" });
    `,
  }),
  check: (analysis, plan) => [
    ...liveSites(analysis)
      .filter(({ tier }) => tier !== "name")
      .flatMap((site) =>
        contextKeys(site.properties, plan).map(({ field, span }) =>
          forged(field, span, "a property", subjectOf(site, field.name)),
        ),
      ),
    ...analysis.touches.flatMap((touch) => {
      if (touch.kind !== "call" || touch.role !== "identity" || touch.place.isInTest) return [];
      if (!/^(?:register|registerOnce|register_once)$/.test(touch.method)) return [];
      return touch.arguments.flatMap(({ properties }) =>
        contextKeys(properties, plan).map(({ field, span }) => {
          const subject = [touch.span.file, touch.place.symbol, touch.method, field.name];
          return forged(field, span, "a super-property", subject.filter(Boolean).join("/"));
        }),
      );
    }),
  ],
};

function contextKeys(
  properties: PropertiesFact | null,
  plan: PlanIndex,
): readonly { readonly field: ContextField; readonly span: Span }[] {
  return (properties?.entries ?? []).flatMap(({ key, keySpan }) => {
    const field = plan.contextField(key);
    return field === null ? [] : [{ field, span: keySpan }];
  });
}

const fillers: Readonly<Record<ContextField["from"], string>> = {
  caller: "say it once, with `forTenant` or `with`",
  runtime: "the tracker's `context` option says it once",
  client: "the generated client fills it in",
  clock: "the client's clock fills it in",
};

function forged(
  field: ContextField,
  span: Span,
  what: string,
  subject: string,
): Diagnostic<string> {
  return finding(
    "forged-context",
    span,
    `"${field.name}" is context and must not be passed as ${what}.`,
    {
      help: `Take it out: ${fillers[field.from]}.`,
      subject,
    },
  );
}
