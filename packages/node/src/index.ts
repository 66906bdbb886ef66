export type { HashKey } from "@dd0c/track-core/server";
export {
  createNodeTracker,
  type NodeTracker,
  type NodeTrackerOptions,
} from "./create-node-tracker";
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
