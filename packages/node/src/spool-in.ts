/** The spool by itself, for runtimes on Node that do not bring one: `@dd0c/track-node/spool`. */
import type { OpenSpool } from "@dd0c/track-core/server";
import { openSpool } from "./spool/open-spool";
import type { SpoolOptions } from "./spool/spool";

/** A spool in a folder, as `createSlackTracker({ spool })` takes it. What is in it is Node's and Slack's alike. */
export function spoolIn(options: SpoolOptions): OpenSpool {
  return (api_key) => (listener) => openSpool(options, api_key, listener);
}
