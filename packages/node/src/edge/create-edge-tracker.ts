import type { ClientPlan } from "@dd0c/track-core/generated";
import {
  createServerTracker,
  type ServerOptions,
  type ServerParts,
  type ServerTracker,
} from "@dd0c/track-core/server";
import { keepAliveUntil, type WaitUntil } from "../keep-alive-until";
import { VERSION } from "../version";
import { edgePlatform } from "./edge-platform";

/** What every tracker at the edge can do, whatever its plan. */
export interface NodeTracker extends ServerTracker {}

/** How a tracker at the edge is started: as on Node, but for what needs a disk, a socket or posthog-node. */
export interface NodeTrackerOptions extends ServerOptions {
  /** Keeps the instance awake until what was tracked is delivered; without it call `flush`. */
  readonly waitUntil?: WaitUntil | undefined;
}

/**
 * Starts a tracker where there is `fetch` and nothing of Node. It has the name that Node's has: a
 * generated client takes it by the package's `workerd` and `edge-light` conditions.
 */
export function createNodeTracker<T extends NodeTracker>(
  client: ClientPlan,
  options: NodeTrackerOptions,
): T {
  const { waitUntil } = options;
  const parts = {
    ...options,
    around: waitUntil && ((make) => keepAliveUntil(waitUntil, make)),
  } satisfies ServerParts;
  const lib = { name: "dd0c-track-node", version: VERSION };
  return createServerTracker<T>(client, edgePlatform, parts, lib);
}
