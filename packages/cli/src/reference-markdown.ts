/** The first lines of a generated page. */
export function head(title: string): string {
  return `<!-- Written by \`npx vitest run packages/cli/tests/reference.test.ts -u\`. Do not edit. -->\n\n# ${title}\n`;
}

/** Text as a cell of a table holds it. */
export function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
