import type { ClientPlan } from "@dd0c/track-core/generated";
import {
  createServerTracker,
  type ServerOptions,
  type ServerTracker,
} from "@dd0c/track-core/server";
import { type BoltArgs, type BoltContext, createMiddleware } from "./middleware";
import { slackPlatform } from "./slack-platform";
import { VERSION } from "./version";

/** The workspace that a request came from, as Slack names it. */
export interface Workspace {
  readonly team_id: string | undefined;
  readonly enterprise_id: string | undefined;
  readonly is_enterprise_install: boolean;
}

/** What every Slack tracker can do, whatever its plan; `Bound` is the generated bound tracker. */
export interface SlackTracker<Bound> extends ServerTracker {
  /** For `app.use`: records the plan's own Slack events after the listeners have run. */
  readonly middleware: (args: BoltArgs) => Promise<void>;
  /** The tracker of the request that is being handled: its tenant, its user (hashed). */
  of(context: BoltContext): Bound;
}

/** How a Slack tracker is started. */
export interface SlackTrackerOptions extends ServerOptions {
  /** Which tenant a workspace belongs to. Without an answer the request's events are dropped and counted. */
  readonly tenantOf: (workspace: Workspace) => string | undefined | Promise<string | undefined>;
}

/** Starts a tracker in a Slack bot. Called by generated code, with the plan of one product. */
export function createSlackTracker<T extends SlackTracker<unknown>>(
  client: ClientPlan,
  options: SlackTrackerOptions,
): T {
  const lib = { name: "dd0c-track-slack", version: VERSION };
  const tracker = createServerTracker<T>(client, slackPlatform, options, lib);
  return Object.assign(tracker, createMiddleware(client, tracker, options));
}
