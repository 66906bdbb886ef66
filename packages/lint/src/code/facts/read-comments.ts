import type { Comment } from "oxc-parser";
import type { Draft } from "./draft.js";
import type { CommentFact } from "./facts.js";

const GENERATED = /^Generated from .* by `dd0c-track generate`/;

/** Comments that speak to a tool, and the header of a generated file. */
export function readComments(draft: Draft, text: string, comments: readonly Comment[]): void {
  for (const comment of comments) {
    const said = comment.value.replace(/^[\s*]+|[\s*]+$/g, "");
    if (comment.start < 300 && GENERATED.test(said)) draft.facts.generated = said;
    const role = roleOf(said);
    if (!role) continue;
    const covers = coveredBy(text, comment);
    draft.facts.comments.push({ role, text: said, at: [comment.start, comment.end], covers });
  }
}

function roleOf(said: string): CommentFact["role"] | null {
  if (said.startsWith("dd0c-")) return "ignore";
  if (said.startsWith("eslint-disable")) return "eslint";
  return /^@ts-(ignore|expect-error|nocheck)/.test(said) ? "ts" : null;
}

/** The next line that holds code; the whole file for `@ts-nocheck`. */
function coveredBy(text: string, comment: Comment): CommentFact["covers"] {
  if (comment.value.includes("@ts-nocheck")) return [0, text.length];
  let start = text.indexOf("\n", comment.end) + 1;
  if (start === 0) return [text.length, text.length];
  let end = endOfLine(text, start);
  while (end < text.length && /^\s*(\/\/.*)?$/.test(text.slice(start, end))) {
    start = end + 1;
    end = endOfLine(text, start);
  }
  return [start, end];
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}
