export type { HashKey } from "@dd0c/track-core/server";
export {
  createNodeTracker,
  type NodeTracker,
  type NodeTrackerOptions,
} from "./create-node-tracker";
