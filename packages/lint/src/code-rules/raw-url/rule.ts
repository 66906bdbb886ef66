import { finding } from "@dd0c/track-codegen";
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
import { rawAddress } from "../value-meaning.js";

/** Addresses do not leave as they are. */
export const rawUrl: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C304",
    name: "raw-url",
    title: "A whole address as a property",
    why: "Addresses hold ids, e-mail addresses, search words and reset tokens, and each one makes a value of its own that no chart can group.",
    fix: "Send what you want to know: the page's name, the route's pattern, the referrer's domain.",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.portal.scorecard.viewed({ scorecard_id: location.href, service_id: "sv_1", scorecard_percent: 5 });
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
      return entriesOf(site).flatMap(({ key, value }) => {
        const address = rawAddress(value);
        const isDecided = plannedProperties(events, key).some(({ pii }) => pii !== null);
        if (address === null || (isDecided && site.client !== null)) return [];
        return [
          finding("raw-url", value.span, `"${key}" is a whole address: ${address}.`, {
            severity: severityAt(site),
            help: "Send the page's name, the route's pattern, or the domain alone.",
            subject: subjectOf(site, key),
          }),
        ];
      });
    }),
};
