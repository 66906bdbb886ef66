/** An import of its own, so that only pages that keep events carry it. */
export type { OpenPageStore, PageStore, PageStoreHost } from "./page-store";
export { type LocalStoreOptions, localStore } from "./store/local-store";
