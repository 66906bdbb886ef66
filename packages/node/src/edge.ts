/** dd0c/track where there is `fetch` and nothing of Node: Cloudflare's Workers, Vercel's Edge. */
export type { HashKey } from "@dd0c/track-core/server";
export {
  createNodeTracker,
  type NodeTracker,
  type NodeTrackerOptions,
} from "./edge/create-edge-tracker";
export type { WaitUntil } from "./keep-alive-until";
export {
  type Labels,
  type Measured,
  PROMETHEUS_TYPE,
  prometheusText,
} from "./metrics/prometheus-text";
export { type FlushOptions, withFlush } from "./with-flush";
