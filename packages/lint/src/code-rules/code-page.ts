import type { Severity } from "@dd0c/track-codegen";
import type { Preset, RulePage } from "../rule-page.js";

/**
 * A code rule's page. `bad` and `good` are TypeScript; a line `// src/file.ts` begins another file.
 * They are run against dd0c's own plan, so what a page says is what the lint does.
 */
export function codePage(
  page: Pick<RulePage, "id" | "name" | "title" | "why" | "fix"> & {
    readonly severity?: Severity;
    readonly preset?: Preset | null;
    readonly locked?: boolean;
    readonly fixable?: boolean;
    readonly bad: string;
    readonly good: string;
  },
): RulePage {
  return {
    severity: "error",
    preset: "recommended",
    locked: false,
    ...page,
    family: "code",
    bad: dedent(page.bad),
    good: dedent(page.good),
  };
}

/** The text without the indentation of its first line. */
function dedent(text: string): string {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const indent = /^ */.exec(lines[0] ?? "")?.[0].length ?? 0;
  return `${lines.map((line) => line.slice(indent)).join("\n")}\n`;
}
