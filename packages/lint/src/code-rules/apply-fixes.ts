import type { Fix } from "@dd0c/track-codegen";
import MagicString from "magic-string";

/** A text with its fixes made, and how many there were. */
export interface FixedText {
  readonly text: string;
  readonly applied: number;
}

/** Makes the fixes of one file, from its end to its beginning; of two that overlap only the first. */
export function applyFixes(text: string, fixes: readonly Fix[]): FixedText {
  const edited = new MagicString(text);
  let applied = 0;
  let free = 0;
  for (const { span, replacement } of [...fixes].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < free || span.end > text.length || span.end <= span.start) continue;
    edited.overwrite(span.start, span.end, replacement);
    free = span.end;
    applied++;
  }
  return { text: edited.toString(), applied };
}
