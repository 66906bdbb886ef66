import type { Agent } from "node:http";
import type { MakeSink } from "@dd0c/track-core";
import type { ClientPlan } from "@dd0c/track-core/generated";
import {
  createServerTracker,
  type ServerOptions,
  type ServerParts,
  type ServerTracker,
} from "@dd0c/track-core/server";
import { finishOnSignal } from "./exit/finish-on-signal";
import { sendAtExit } from "./exit/send-at-exit";
import { heedTenant } from "./heed-tenant";
import { keepAliveUntil, type WaitUntil } from "./keep-alive-until";
import { nodePlatform } from "./node-platform";
import { postByHttp } from "./post-by-http";
import { openSpool } from "./spool/open-spool";
import type { SpoolOptions } from "./spool/spool";
import { type PostHogNode, throughPostHogNode } from "./through-posthog-node";
import { VERSION } from "./version";

/** What every Node tracker can do, whatever its plan. */
export interface NodeTracker extends ServerTracker {}

/** How a Node tracker is started: with an `api_key`, or with the host's posthog-node client. */
export interface NodeTrackerOptions extends ServerOptions {
  /** A posthog-node client that the host already has: events go through its queue. */
  readonly posthog?: PostHogNode | undefined;
  /** Keeps what waits on disk as well, so that it outlives the process. Needs an `api_key`. */
  readonly spool?: SpoolOptions | undefined;
  /** For a proxy, a client certificate or a resolver of your own; else connections are kept by ours. */
  readonly agent?: Agent | undefined;
  /**
   * What of the process's end waits up to a second for delivery: `"exit"`, unless given, is
   * `process.exit` and uncaught errors; `true` is also SIGTERM, SIGINT and SIGHUP where nobody else
   * listens; `false` is nothing. What is in a spool needs none of it.
   */
  readonly exitHook?: boolean | "exit" | undefined;
  /** Serverless: keeps the process awake until what was tracked is delivered. */
  readonly waitUntil?: WaitUntil | undefined;
}

/** Starts a tracker on Node. Called by generated code, with the plan of one product. */
export function createNodeTracker<T extends NodeTracker>(
  client: ClientPlan,
  options: NodeTrackerOptions,
): T {
  const { spool, waitUntil, posthog, agent, exitHook = "exit", api_key = "" } = options;
  const platform = {
    ...nodePlatform,
    ...(agent && { fetch: postByHttp(agent) }),
    ...(exitHook && { exiting: sendAtExit }),
  };
  const around = (make: MakeSink): MakeSink => {
    const sink = waitUntil ? keepAliveUntil(waitUntil, make) : make;
    return exitHook === true ? finishOnSignal(sink) : sink;
  };
  const parts = {
    ...options,
    sink: options.sink ?? (posthog && throughPostHogNode(posthog)),
    store: spool && ((listener) => openSpool(spool, api_key.trim(), listener)),
    around,
  } satisfies ServerParts;
  const lib = { name: "dd0c-track-node", version: VERSION };
  return heedTenant(createServerTracker<T>(client, platform, parts, lib));
}
