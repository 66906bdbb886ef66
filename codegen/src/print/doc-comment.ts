const width = 100;

/**
 * A doc comment of these paragraphs, then these tags (`@deprecated …`), on one line where it fits.
 * Text can neither end the comment nor start a tag of its own.
 */
export function docComment(
  paragraphs: readonly (string | null)[],
  tags: readonly string[] = [],
): readonly string[] {
  const lines: string[] = [];
  for (const text of paragraphs) {
    if (text === null || text === "") continue;
    if (lines.length > 0) lines.push("");
    lines.push(...wrap(escapeDoc(text)));
  }
  if (lines.length > 0 && tags.length > 0) lines.push("");
  for (const tag of tags) lines.push(...wrap(`@${escapeDoc(tag.replace(/^@/, ""))}`));
  const [only] = lines;
  if (only === undefined) return [];
  if (lines.length === 1 && only.length <= width - 7) return [`/** ${only} */`];
  return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"];
}

/** Text that can neither end a comment nor be read as a tag: TypeScript takes `@word` after any space for one. */
export function escapeDoc(text: string): string {
  const escaped = escapeComment(text);
  return escaped.includes("@") ? escaped.replace(/(^|[\s*{])@/g, "$1\\@") : escaped;
}

/** Text that cannot end a comment, with control characters made visible. */
export function escapeComment(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .replaceAll("*/", "*\\/")
    .replace(/\p{Cc}|[\u2028\u2029]/gu, (control) =>
      /[\t\n\r]/.test(control) ? control : "\ufffd",
    );
}

/** Printable ASCII without `*`: nearly all text there is, found out in one step. */
const harmless = /^[ -)+-~]*$/;

function wrap(text: string): readonly string[] {
  if (text.length <= width - 3 && !/[\r\n]/.test(text)) return [text.trim()];
  return text
    .split(/\r\n|[\r\n]/)
    .flatMap((line) => (line.length <= width - 3 ? [line.trim()] : wrapLine(line)));
}

function wrapLine(line: string): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.trim().split(/\s+/)) {
    if (current === "") current = word;
    else if (current.length + 1 + word.length <= width - 3) current += ` ${word}`;
    else {
      lines.push(current);
      current = word;
    }
  }
  return current === "" ? lines : [...lines, current];
}
