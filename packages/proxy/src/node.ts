export { createNodeProxy, type NodeProxy } from "./node/create-node-proxy";
export type { ProxyOptions, Region, TrustedHeader } from "./proxy-options";
