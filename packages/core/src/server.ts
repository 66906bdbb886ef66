/** What runtimes on servers share. It names no global of Node: those arrive as a `ServerPlatform`. */

export { type Body, bodyText, eventBytes } from "./delivery/body";
export type { Parcel } from "./delivery/queue";
export type { OpenSpool, OpenStore, Store, StoreListener, StoreStats } from "./delivery/store";
export type { GuardOptions, GuardPattern } from "./guard";
export { createServerTracker, type Lib, type ServerTracker } from "./server/create-server-tracker";
export type { HashKey } from "./server/hash-key";
export type { ServerOptions, ServerParts } from "./server/server-options";
export type {
  Aborter,
  AbortSignalLike,
  Compress,
  Encoding,
  Fetch,
  FetchReply,
  LastRequest,
  ServerPlatform,
} from "./server/server-platform";
export { createServerReport } from "./server/server-report";
export { shareLeaving } from "./server/share-leaving";
export { createUuidV7 } from "./uuid-v7";
