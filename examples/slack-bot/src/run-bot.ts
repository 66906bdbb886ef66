import type { RunExecutionApprovalGranted } from "@dd0c/track-events/run/slack";
import { createTracker } from "@dd0c/track-events/run/slack";
import { App, type AppOptions } from "@slack/bolt";
import { buttonValue } from "./button-value.js";

/** What the approve button carries in its `value`. */
type Approval = Omit<RunExecutionApprovalGranted, "approver_id" | "surface">;

/** The bot of dd0c/run. Slack user ids go in as they are, and leave as hashes. */
export function createRunBot(bolt: AppOptions, tracking: Parameters<typeof createTracker>[0]) {
  const app = new App(bolt);
  const tracker = createTracker(tracking);
  app.use(tracker.middleware);

  app.command("/run", async ({ ack }) => ack("Started. I will ask before anything dangerous."));

  app.action("run.execution.approve", async ({ ack, body, context }) => {
    await ack();
    const { track } = tracker.of(context);
    track.run.execution.approval_granted({
      ...buttonValue<Approval>(body),
      approver_id: body.user.id,
      surface: "slack",
    });
  });

  return { app, tracker };
}
