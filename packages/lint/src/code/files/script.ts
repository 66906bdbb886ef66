/** The script of a file, at the offsets that it has there: what is no script is blanks. */
export interface Script {
  readonly text: string;
  readonly lang: "js" | "jsx" | "ts" | "tsx" | "dts";
  /** Code that stands in a template: handlers in Vue's attributes, expressions in Svelte's markup. */
  readonly snippets: readonly { readonly start: number; readonly text: string }[];
}
