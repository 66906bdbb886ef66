import { type Diagnostic, finding, type Property } from "@dd0c/track-codegen";
import type { Site } from "../../code/site.js";
import type { PropertyFact, ValueFact } from "../../code/value-fact.js";
import { piiByName } from "../../draft/personal-data.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import {
  entriesOf,
  liveSites,
  plannedEvents,
  plannedProperties,
  severityAt,
  subjectOf,
} from "../emission.js";
import type { PlanIndex } from "../plan-index.js";
import { chainText, hashCall, piiOfValue } from "../value-meaning.js";

/** Personal data leaves only as the plan decided. */
export const piiPassedRaw: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C301",
    name: "pii-passed-raw",
    title: "Personal data that leaves as it is",
    why: "What has left cannot be taken back: it is in PostHog, in exports and in backups, and somebody may ask for it to be erased.",
    fix: "Leave it out, or give the property a class in the plan (`pii: email`) and send it through the typed client, which hashes or drops it.",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const viewed = (user) =>
        track.portal.scorecard.viewed({ scorecard_id: user.email, service_id: "sv_1", scorecard_percent: 5 });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const viewed = (card) =>
        track.portal.scorecard.viewed({ scorecard_id: card.id, service_id: "sv_1", scorecard_percent: 5 });
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis).flatMap((site) => {
      const events = plannedEvents(site, plan);
      const found = entriesOf(site).flatMap((entry) => {
        const properties = plannedProperties(events, entry.key);
        const problem = problemOf(site, entry, properties, plan);
        if (problem === null) return [];
        const { message, help } = problem;
        return [
          finding("pii-passed-raw", entry.value.span, message, {
            severity: severityAt(site),
            help,
            subject: subjectOf(site, entry.key),
          }),
        ];
      });
      return [...found, ...aboutPerson(site, plan)];
    }),
};

interface Problem {
  readonly message: string;
  readonly help: string;
}

function problemOf(
  site: Site,
  { key, value }: PropertyFact,
  properties: readonly Property[],
  plan: PlanIndex,
): Problem | null {
  if (hashCall(value) !== null) return null;
  const decided = properties.find(({ pii }) => pii !== null)?.pii ?? null;
  if (decided !== null) {
    if (site.client !== null || decided.handling === "allow") return null;
    return {
      message: `"${key}" is personal (${decided.class}) and leaves as it is: only the typed client ${decided.handling === "hash" ? "hashes" : "drops"} it.`,
      help: "Send this event through the generated client.",
    };
  }
  const flowing = piiOfValue(value);
  if (flowing !== null) {
    return {
      message: `${chainText(value)} is personal data (${flowing}), and "${key}" has no privacy class.`,
      help: `Leave it out, or say \`pii: ${flowing}\` in the plan.`,
    };
  }
  // A key of the plan was judged there: P501 looks at its name.
  if (properties.length > 0 || plan.isHarmless(key) || isHarmlessValue(value)) return null;
  const named = piiByName(key);
  if (named === null) return null;
  return {
    message: `"${key}" reads like personal data (${named.class}), and the plan does not know it.`,
    help: `Leave it out, or add it to the plan with \`pii: ${named.class}\`.`,
  };
}

/** The person's id itself, where it is an e-mail address or the like. */
function aboutPerson(site: Site, plan: PlanIndex): readonly Diagnostic<string>[] {
  const { distinctId } = site;
  const pii = distinctId === null ? null : piiOfValue(distinctId);
  if (distinctId === null || pii === null) return [];
  const allowed = plan.plans.some(({ person }) => person.distinctId.pii?.class === pii);
  if (allowed) return [];
  return [
    finding(
      "pii-passed-raw",
      distinctId.span,
      `The person's id is personal data itself (${pii}): ${chainText(distinctId)}.`,
      {
        severity: severityAt(site),
        help: "Use the account's own id, which says nothing about the person.",
        subject: subjectOf(site, "distinct_id"),
      },
    ),
  ];
}

const isHarmlessValue = ({ kind, literals }: ValueFact): boolean =>
  kind === "boolean" || kind === "null" || kind === "undefined" || literals !== null;
