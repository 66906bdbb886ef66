/** Whether a text was left for later: `TODO`, `tbd`, `???`, `lorem ipsum`. A todo list is none. */
export function isPlaceholder(text: string): boolean {
  return left.test(text) || (text.length <= longest && nothing.test(text));
}

/** Longer ones say something. */
const longest = 30;

const left = /\b(?:TODO|TBD|FIXME|XXX)\b|\b[Ll]orem ipsum\b/;
const nothing =
  /^[^\p{L}\p{N}]*(?:(?:todo|tbd|tba|fixme|n\/?a|none|unknown|placeholder|description)[^\p{L}\p{N}]*)?$/iu;
