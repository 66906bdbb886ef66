import { Lexer } from "yaml";

/** Where a comment stands in a YAML text, from its `#` to the end of its line. */
export interface CommentPlace {
  readonly start: number;
  readonly end: number;
}

/** The comments of a YAML text; a `#` in quotes, in a block of text or inside a word begins none. */
export function commentsIn(text: string): readonly CommentPlace[] {
  const comments: CommentPlace[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    // Marks of the lexer stand for nothing in the text; one of them says that a scalar follows.
    if (marks.has(token)) {
      isScalar = token === "\u001F";
      continue;
    }
    if (!isScalar && token.startsWith("#")) comments.push({ start: at, end: at + token.length });
    at += token.length;
    isScalar = false;
  }
  return comments;
}

const marks: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001F", "\uFEFF"]);
