import type { ClientPlan } from "@dd0c/track-core/generated";
import {
  createServerTracker,
  type ServerOptions,
  type ServerTracker,
} from "@dd0c/track-core/server";
import { heedTenant } from "./heed-tenant";
import { nodePlatform } from "./node-platform";
import { type PostHogNode, throughPostHogNode } from "./through-posthog-node";
import { VERSION } from "./version";

/** What every Node tracker can do, whatever its plan. */
export interface NodeTracker extends ServerTracker {}

/** How a Node tracker is started: with an `api_key`, or with the host's posthog-node client. */
export interface NodeTrackerOptions extends ServerOptions {
  /** A posthog-node client that the host already has: events go through its queue. */
  readonly posthog?: PostHogNode | undefined;
}

/** Starts a tracker on Node. Called by generated code, with the plan of one product. */
export function createNodeTracker<T extends NodeTracker>(
  client: ClientPlan,
  options: NodeTrackerOptions,
): T {
  const sink = options.sink ?? (options.posthog && throughPostHogNode(options.posthog));
  const lib = { name: "dd0c-track-node", version: VERSION };
  return heedTenant(createServerTracker<T>(client, nodePlatform, { ...options, sink }, lib));
}
