import { createTracker as createAlertTracker } from "@dd0c/track-events/alert/node";
import { createTracker as createCostTracker } from "@dd0c/track-events/cost/node";
import { createTracker as createDriftTracker } from "@dd0c/track-events/drift/node";
import { createTracker as createPortalTracker } from "@dd0c/track-events/portal/node";
import { createTracker as createRouteTracker } from "@dd0c/track-events/route/node";
import { createTracker as createRunTracker } from "@dd0c/track-events/run/node";

/** How every tracker of this service reaches PostHog: an `api_key`, or a posthog-node client. */
export type TrackerOptions = Parameters<typeof createCostTracker>[0];

/** One tracker for each product that this service speaks for. */
export type Trackers = ReturnType<typeof createTrackers>;
export type Product = keyof Trackers;

/** Starts the trackers, once for the life of the process. */
export function createTrackers(options: TrackerOptions) {
  return {
    alert: createAlertTracker(options),
    cost: createCostTracker(options),
    drift: createDriftTracker(options),
    portal: createPortalTracker(options),
    route: createRouteTracker(options),
    run: createRunTracker(options),
  };
}
