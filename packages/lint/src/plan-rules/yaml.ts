/** YAML in a page, without the indentation of the code around it. */
export function yaml([text = ""]: TemplateStringsArray): string {
  const lines = text.replace(/^\n/, "").replace(/\n *$/, "\n");
  const depth = Math.min(...[...lines.matchAll(/^ *(?=\S)/gm)].map(([indent]) => indent.length));
  return lines.replace(new RegExp(`^ {${depth}}`, "gm"), "");
}
