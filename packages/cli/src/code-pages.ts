import { type CatalogueEntry, catalogue } from "@dd0c/track-codegen";
import { type RulePage, rulebook } from "@dd0c/track-lint";
import { livePages } from "@dd0c/track-live";

/** What a finding's code says of itself. Of the live check's codes only the page is known. */
export type CodePage = CatalogueEntry &
  Partial<Omit<RulePage, "family">> & { readonly family?: RulePage["family"] | "live" };

/** The compiler's own findings as rules: always on, since what it makes hangs on them. */
const compilerRules: readonly RulePage[] = Object.entries(catalogue).map(([name, entry]) => ({
  ...entry,
  name,
  family: entry.id.startsWith("C") ? "code" : "plan",
  severity: "error",
  preset: "recommended",
  locked: true,
}));

/** Every rule, the compiler's too, by family and number. */
export const allRules: readonly (RulePage & { readonly isCompilers: boolean })[] = [
  ...compilerRules.map((page) => ({ ...page, isCompilers: true })),
  ...[...rulebook.values()]
    .filter(({ name }) => !Object.hasOwn(catalogue, name))
    .map((page) => ({ ...page, isCompilers: false })),
].sort((a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1));

/** The page of every code that a finding may have; where the live check shares a name with a rule, the rule's. */
export const codePages: ReadonlyMap<string, CodePage> = new Map<string, CodePage>([
  ...Object.entries(livePages),
  ...allRules.map((page) => [page.name, page] as const),
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
export function exampleLanguage({ family }: CodePage): "diff" | "ts" | "yaml" {
  if (family === "breaking") return "diff";
  return family === "code" || family === "live" ? "ts" : "yaml";
}

function orderOf({ family }: RulePage): number {
  return ["plan", "breaking", "code"].indexOf(family);
}
