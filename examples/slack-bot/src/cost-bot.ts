import type { CostAnomalySnoozed, CostRemediationClicked } from "@dd0c/track-events/cost/slack";
import { createTracker } from "@dd0c/track-events/cost/slack";
import { App, type AppOptions } from "@slack/bolt";
import { buttonValue } from "./button-value.js";

/** What the alert's buttons carry in their `value`. */
type Anomaly = Omit<CostAnomalySnoozed, "surface" | "snoozed_for_h">;
type Remediation = Omit<CostRemediationClicked, "surface">;

/** The bot of dd0c/cost. `/cost` and the clicks themselves are recorded by the middleware. */
export function createCostBot(bolt: AppOptions, tracking: Parameters<typeof createTracker>[0]) {
  const app = new App(bolt);
  const tracker = createTracker(tracking);
  app.use(tracker.middleware);

  app.command("/cost", async ({ ack }) => ack("Yesterday: $1,284. One anomaly is open."));

  app.action("cost.anomaly.snooze", async ({ ack, body, context }) => {
    await ack();
    const anomaly = buttonValue<Anomaly>(body);
    const { track } = tracker.of(context);
    track.cost.anomaly.snoozed({ ...anomaly, surface: "slack", snoozed_for_h: 24 });
  });

  app.action("cost.anomaly.expected", async ({ ack, body, context }) => {
    await ack();
    const { track } = tracker.of(context);
    track.cost.anomaly.expected({ ...buttonValue<Anomaly>(body), surface: "slack" });
  });

  app.action("cost.remediation.stop", async ({ ack, body, context }) => {
    await ack();
    const { track } = tracker.of(context);
    track.cost.remediation.clicked({ ...buttonValue<Remediation>(body), surface: "slack" });
  });

  return { app, tracker };
}
