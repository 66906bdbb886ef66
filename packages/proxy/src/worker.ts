export type { ProxyOptions, Region, TrustedHeader } from "./proxy-options";
export { createWorkerProxy, type WorkerProxy } from "./worker/create-worker-proxy";
