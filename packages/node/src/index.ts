export type { HashKey } from "@dd0c/track-core/server";
export {
  createNodeTracker,
  type NodeTracker,
  type NodeTrackerOptions,
} from "./create-node-tracker";
export type { WaitUntil } from "./keep-alive-until";
export {
  type OpenTelemetryMeter,
  observeWithOpenTelemetry,
} from "./metrics/observe-with-open-telemetry";
export {
  type Labels,
  type Measured,
  PROMETHEUS_TYPE,
  prometheusText,
} from "./metrics/prometheus-text";
export type { SpoolOptions } from "./spool/spool";
export type { SyncPolicy } from "./spool/syncer";
export { type FlushOptions, withFlush } from "./with-flush";
export { currentTracker, type TenantTracker, withTenant } from "./with-tenant";
