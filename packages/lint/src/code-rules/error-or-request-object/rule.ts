import { finding } from "@dd0c/track-codegen";
import type { ValueFact } from "../../code/value-fact.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, liveSites, severityAt, subjectOf } from "../emission.js";

/** Errors, requests and responses do not leave as a whole. */
export const errorOrRequestObject: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C305",
    name: "error-or-request-object",
    title: "A whole error, request or response as a property",
    why: "They carry headers, cookies, paths, queries and whatever else a library hung onto them.",
    fix: "Send what is counted: the error's code, the status, the route's pattern.",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const failed = (req) =>
        track.portal.scorecard.viewed({ scorecard_id: req, service_id: "sv_1", scorecard_percent: 5 });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const failed = (card) =>
        track.portal.scorecard.viewed({ scorecard_id: card.id, service_id: "sv_1", scorecard_percent: 5 });
    `,
  }),
  check: (analysis) =>
    liveSites(analysis).flatMap((site) => {
      const values = entriesOf(site).map(({ key, value }) => ({ key, value }));
      // The typed client's own types see to what is spread or passed whole, where there are types.
      const isTyped = site.client !== null && /\.[cm]?tsx?$/.test(site.span.file);
      const hidden = isTyped ? [] : (site.properties?.unknown ?? []);
      const spread = hidden.map((value) => ({ key: "…", value }));
      return [...values, ...spread].flatMap(({ key, value }) => {
        const found = wholeObject(value);
        if (found === null) return [];
        return [
          finding(
            "error-or-request-object",
            value.span,
            `${found.name} would leave as a whole${key === "…" ? "" : `, as "${key}"`}.`,
            {
              severity: found.isSure ? severityAt(site) : "warning",
              help: "Send what is counted: a code, a status, a route's pattern.",
              subject: subjectOf(site, key),
            },
          ),
        ];
      });
    }),
};

/** What carries more than anybody meant to send; a name like \`error\` alone may be a text, so it only warns. */
function wholeObject(value: ValueFact): { readonly name: string; readonly isSure: boolean } | null {
  if (value.literals !== null) return null;
  if (value.call.join(".") === "JSON.stringify") {
    const [argument] = value.parts;
    return argument === undefined ? null : wholeObject(argument);
  }
  if (value.kind !== "unknown") return null;
  const chain = value.path.length > 0 ? value.path : value.origin;
  const name = chain.join(".");
  if (
    /^(?:req|request|res|response)$|^(?:req|request)\.(?:body|headers|query|cookies)$/.test(name)
  ) {
    return { name, isSure: true };
  }
  if (/^(?:err|error|e|ex|exception)\.stack$/.test(name)) return { name, isSure: true };
  return /^(?:err|error|exception)$/.test(name) ? { name, isSure: false } : null;
}
