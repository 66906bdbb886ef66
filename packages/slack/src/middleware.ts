import type { ClientPlan } from "@dd0c/track-core/generated";
import type { ServerTracker } from "@dd0c/track-core/server";
import type { SlackTrackerOptions } from "./create-slack-tracker";

/** As much of Bolt's context as we read. */
export interface BoltContext {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly userId?: string | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
}

/** As much of Bolt's middleware arguments as we read. */
export interface BoltArgs {
  readonly context: BoltContext;
  readonly body: object;
  readonly next: () => Promise<void>;
}

/** The Slack half of the tracker. */
export function createMiddleware(
  _client: ClientPlan,
  _tracker: ServerTracker,
  _options: SlackTrackerOptions,
): { middleware: (args: BoltArgs) => Promise<void>; of: (context: BoltContext) => unknown } {
  return { middleware: ({ next }) => next(), of: () => undefined };
}
