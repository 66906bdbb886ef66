export { createNextProxy, type NextProxy } from "./next/create-next-proxy";
export { type NextRewrite, nextRewrites } from "./next/next-rewrites";
export type { ProxyOptions, Region, TrustedHeader } from "./proxy-options";
