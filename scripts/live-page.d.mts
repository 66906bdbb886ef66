/** The text of packages/live/src/page/page-text.ts, made anew. */
export function pageFile(): Promise<string>;
