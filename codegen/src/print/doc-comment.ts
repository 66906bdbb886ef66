/**
 * A doc comment of these paragraphs and tags (`@deprecated …`), one line where it fits. An end of
 * comment inside the text is broken up, so that a description cannot leave its comment.
 */
export function docComment(parts: readonly (string | null)[], width = 100): readonly string[] {
  const lines = parts.flatMap((part, index) => {
    if (part === null || part === "") return [];
    const wrapped = wrap(escapeComment(part), width - 3);
    const isTag = part.startsWith("@");
    return index > 0 && !isTag && parts.slice(0, index).some(Boolean) ? ["", ...wrapped] : wrapped;
  });
  if (lines.length === 0) return [];
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && only.length <= width - 7)
    return [`/** ${only} */`];
  return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"];
}

/** Text that cannot end a comment, with control characters made visible. */
export function escapeComment(text: string): string {
  return text
    .replaceAll("*/", "*\u200b/")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g, "\ufffd");
}

function wrap(text: string, width: number): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => wrapLine(line.trim(), width));
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/\s+/)) {
    if (current === "") current = word;
    else if (current.length + 1 + word.length <= width) current += ` ${word}`;
    else {
      lines.push(current);
      current = word;
    }
  }
  return current === "" ? lines : [...lines, current];
}
