import { finding } from "@dd0c/track-codegen";
import type { TypeEscape, ValueFact } from "../../code/value-fact.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { allCalls, entriesOf, severityAt, subjectOf } from "../emission.js";

/** A track call is not talked past the type checker. */
export const typeEscape: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C104",
    name: "type-escape",
    title: "A track call that is talked past the type checker",
    why: "The types are the plan. A cast or a suppression sends what the plan refuses, and the compiler no longer tells.",
    fix: "Pass what the plan asks for. If the plan is wrong, change the plan.",
    bad: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function used(surface: unknown) {
        track.feature.digest.used({ surface: surface as any });
      }
    `,
    good: `
      import { createTracker, type FeatureDigestUsed } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function used(surface: FeatureDigestUsed["surface"]) {
        track.feature.digest.used({ surface });
      }
    `,
  }),
  check: (analysis) =>
    allCalls(analysis)
      .filter(({ client }) => client !== null)
      .flatMap((site) => {
        const inValues = entriesOf(site).flatMap(({ value }) => escapesOf(value));
        const found = new Map([...site.escapes, ...inValues].map((it) => [it.span.start, it]));
        return [...found.values()].map(({ kind, span }) =>
          finding("type-escape", span, `${words[kind]} talks this call past the type checker.`, {
            severity: severityAt(site),
            help: "Pass what the plan asks for, or change the plan.",
            subject: subjectOf(site, kind),
          }),
        );
      }),
};

const words: Readonly<Record<TypeEscape["kind"], string>> = {
  "as-any": "`as any`",
  "as-never": "`as never`",
  "as-unknown": "`as unknown`",
  "non-null": "`!`",
  "ts-ignore": "@ts-ignore",
  "ts-expect-error": "@ts-expect-error",
};

function escapesOf(value: ValueFact, depth = 0): readonly TypeEscape[] {
  if (depth > 4) return [];
  const inner = (value.properties?.entries ?? []).map((entry) => entry.value);
  return [...value.escapes, ...inner.flatMap((it) => escapesOf(it, depth + 1))];
}
