/** Whether a text was left for later: `TODO`, `tbd`, `???`, `lorem ipsum`. A todo list is none. */
export function isPlaceholder(text: string): boolean {
  return left.test(text) || nothing.test(text);
}

const left = /\b(?:TODO|TBD|FIXME|XXX)\b|\b[Ll]orem ipsum\b/;
const nothing =
  /^[^\p{L}\p{N}]*(?:(?:todo|tbd|tba|fixme|n\/?a|none|unknown|placeholder|description)[^\p{L}\p{N}]*)?$/iu;
