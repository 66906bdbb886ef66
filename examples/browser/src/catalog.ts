import { createTracker } from "@dd0c/track-events/portal/browser";
import { element, onClick, tenant } from "./page.js";
import { client } from "./posthog.js";

const tracker = createTracker({ posthog: client, context: { app_version: "2.14.0" } });
const { track } = tracker.forTenant(tenant);
tracker.identify(document.body.dataset.user ?? "");

const service = { service_id: "sv_e45a", service_kind: "api" } as const;
const scorecard = { scorecard_id: "sc_d310", service_id: "sv_e45a", scorecard_percent: 72 };

element("search").addEventListener("change", () => {
  track.portal.search.performed({ results_found: 8, opened_rank: 1, opened_kind: "service" });
});
onClick("claim", () => {
  track.portal.service.claimed({ ...service, is_proposal_accepted: true, unowned_d: 6 });
  track.feature.service_ownership.used({ surface: "web" });
});
onClick("scorecard", () => {
  track.portal.scorecard.viewed(scorecard);
  track.feature.scorecards.used({ surface: "web" });
});
onClick("ticket", () => {
  track.portal.scorecard.action_taken({
    ...scorecard,
    scorecard_action: "ticket",
    check_kind: "documentation",
  });
});
