/** The lint of code that tracks: what it finds, in plain data. */
export { analyse } from "./code/analyse.js";
export type * from "./code/analysis.js";
export type { CacheStore } from "./code/cache/cache-store.js";
export { cacheFolder, diskStore } from "./code/cache/disk-store.js";
export type * from "./code/event-fact.js";
export type { ConfiguredEmitter, Project } from "./code/project.js";
export type * from "./code/site.js";
export type * from "./code/touch.js";
export { askTsMorph, type TsMorph } from "./code/types/ask-ts-morph.js";
export { nameByTypes, type TypeAsker } from "./code/types/name-by-types.js";
export type * from "./code/value-fact.js";
