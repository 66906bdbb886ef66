export type { HashKey } from "@dd0c/track-core/server";
export type { BoltArgs } from "./auto-events";
export {
  createSlackTracker,
  type SlackTracker,
  type SlackTrackerOptions,
} from "./create-slack-tracker";
export type { BoltContext, TenantOf, Workspace } from "./workspace";
