/** As much of jsdom as the tests use; it ships no types. */
declare module "jsdom" {
  export class JSDOM {
    constructor(
      html: string,
      options?: { url?: string; pretendToBeVisual?: boolean; referrer?: string },
    );
    readonly window: Window & typeof globalThis;
  }
}
