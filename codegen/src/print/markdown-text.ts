/** Most texts are words and commas: looking once is much faster than replacing many times. */
const plain =
  /^[A-Za-z](?:[A-Za-z0-9,;.'"?()/%-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])| (?=\S)|:(?= ))*$/;
const plainCode = /^[\w.,:;@/+-]+$/;

/** A word joiner: nothing to see, but two braces beside it are no expression in Vue. */
const joiner = "&#8288;";

/**
 * Plain text as Markdown on one line, shown as it was written on GitHub and in VitePress: nothing in
 * it makes markup, HTML or a Vue expression, except that `code` in single backticks stays code.
 */
export function markdownText(text: string): string {
  if (plain.test(text)) return text;
  const line = visible(text).replace(/\s+/g, " ").trim();
  return line
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part.slice(1, -1)) : escapeInline(part)))
    .join("")
    .replace(/^(?:[-+=>#]|:::|~~~)/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** The paragraphs of a text, each as Markdown on one line. */
export function markdownParagraphs(text: string): readonly string[] {
  if (plain.test(text)) return [text];
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(markdownText)
    .filter((paragraph) => paragraph !== "");
}

/** A value as a code span, whatever stands in it. */
export function markdownCode(value: string): string {
  if (plainCode.test(value)) return `\`${value}\``;
  const code = visible(value).replace(/[\r\n\t]/g, " ");
  if (code.trim() === "") return "` `";
  const fence = "`".repeat(longestRun(code) + 1);
  const space = /^`|`$|^ .* $/.test(code) ? " " : "";
  return `${fence}${space}${code}${space}${fence}`;
}

/** A fenced block of code, with a fence longer than any inside. */
export function markdownFence(language: string, code: string): readonly string[] {
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return [`${fence}${language}`, ...code.split("\n"), fence];
}

function longestRun(code: string): number {
  return (code.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function escapeInline(text: string): string {
  return text
    .replace(/[\\`*$[\]{}]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/~(?=~)|(?<=~)~/g, "\\~")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/<(?=[a-z/!?])/gi, "&lt;")
    .replace(/:(?=[\w+-]+:)/g, "\\:")
    .replace(/\\\{(?=\\\{)/g, `\\{${joiner}`);
}

/** Text without characters that nobody can see or that turn the reading direction. */
function visible(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
