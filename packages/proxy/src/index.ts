export { type Connection, createProxy, type Proxy } from "./create-proxy";
export { type NginxOptions, nginxSnippet } from "./nginx-snippet";
export type { ProxyOptions, Region, TrustedHeader } from "./proxy-options";
