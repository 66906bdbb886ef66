export type { HashKey } from "@dd0c/track-core/server";
export {
  createNodeTracker,
  type NodeTracker,
  type NodeTrackerOptions,
} from "./create-node-tracker";
export { type FlushOptions, withFlush } from "./with-flush";
export { currentTracker, type TenantTracker, withTenant } from "./with-tenant";
