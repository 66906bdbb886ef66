import { type CatalogueEntry, catalogue } from "@dd0c/track-codegen";
import { type RulePage, rulebook } from "@dd0c/track-lint";
import { livePages } from "@dd0c/track-live";

/** A page of the compiler's catalogue, or one of the gate's or the live check's, which say more of themselves. */
export type CodePage = CatalogueEntry &
  Partial<Omit<RulePage, "family">> & { readonly family?: RulePage["family"] | "live" };

/** The page of every code that a finding may have: the gate's, the live check's, the compiler's. */
export const codePages: ReadonlyMap<string, CodePage> = new Map<string, CodePage>([
  ...rulebook,
  ...Object.entries(livePages),
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
  return family === "code" || family === "live" ? "ts" : "yaml";
}
