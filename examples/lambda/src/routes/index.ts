import type { Trackers } from "../trackers.js";
import { connectAws, connectIntegration, connectSlack, signUp } from "./account.js";
import { alertArrived, incidentResolved } from "./alert.js";
import { checkoutPaid, subscriptionEnded } from "./billing.js";
import { anomalyFound, recordsIngested, resourceStopped, zombieFound } from "./cost.js";
import { agentInstalled, driftRepaired, stackScanned } from "./drift.js";
import { catalogSwept, portalInstalled } from "./portal.js";
import { requestsRouted, savingsCounted, secondModelAnswered } from "./route.js";
import { approvalNeeded, executionEnded, runnerReady } from "./run.js";
import { productsCounted, weekClosed } from "./sweeps.js";

/** Tracks what happened, and answers whoever asked if there is something to say. */
type Route = (trackers: Trackers, body: never) => unknown;

/** Path → what happens there. */
export const routes: Readonly<Record<string, Route>> = {
  "/account/signed-up": signUp,
  "/account/connected": connectIntegration,
  "/account/aws-connected": connectAws,
  "/account/slack-installed": connectSlack,
  "/alert/arrived": alertArrived,
  "/alert/incident-resolved": incidentResolved,
  "/billing/checkout-paid": checkoutPaid,
  "/billing/subscription-ended": subscriptionEnded,
  "/cost/records-ingested": recordsIngested,
  "/cost/anomaly-found": anomalyFound,
  "/cost/resource-stopped": resourceStopped,
  "/cost/zombie-found": zombieFound,
  "/drift/agent-installed": agentInstalled,
  "/drift/stack-scanned": stackScanned,
  "/drift/repaired": driftRepaired,
  "/portal/installed": portalInstalled,
  "/portal/catalog-swept": catalogSwept,
  "/route/requests-routed": requestsRouted,
  "/route/second-model-answered": secondModelAnswered,
  "/route/savings-counted": savingsCounted,
  "/run/runner-ready": runnerReady,
  "/run/approval-needed": approvalNeeded,
  "/run/execution-ended": executionEnded,
  "/sweeps/week-closed": weekClosed,
  "/sweeps/products-counted": productsCounted,
};
