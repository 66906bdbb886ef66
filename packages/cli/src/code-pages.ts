import { type CatalogueEntry, catalogue } from "@dd0c/track-codegen";
import { type RulePage, rulebook } from "@dd0c/track-lint";

/** A page of the compiler's catalogue, or one of the gate's, which says more of itself. */
export type CodePage = CatalogueEntry & Partial<RulePage>;

/** The page of every code that a finding may have: the compiler's, then the gate's. */
export const codePages: ReadonlyMap<string, CodePage> = new Map<string, CodePage>([
  ...rulebook,
  ...Object.entries(catalogue),
]);

/** A code with its number, `P101 event-name-format`; the code alone where it has no page. */
export function numbered(code: string): string {
  const page = codePages.get(code);
  return page === undefined ? code : `${page.id} ${code}`;
}

/** A code's number, such as `P101`; the code itself where it has no page. */
export function idOf(code: string): string {
  return codePages.get(code)?.id ?? code;
}

/** What a page's examples are written in. */
export function exampleLanguage({ family }: CodePage): "ts" | "yaml" {
  return family === "code" ? "ts" : "yaml";
}
