import { createHash } from "node:crypto";
import type { Diagnostic } from "@dd0c/track-codegen";
import type { Findings } from "./findings.js";

/**
 * A name for each finding, 32 hexadecimal digits, which stays when lines move: its code and what it
 * is about, and which of several alike it is. A finding that does not say what it is about is known
 * by its file and the text that it points at.
 */
export function fingerprints(findings: Findings): readonly string[] {
  const seen = new Map<string, number>();
  return findings.diagnostics.map((diagnostic) => {
    const key = keyOf(diagnostic, findings);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash("sha256").update(`${key}\n${count}`).digest("hex").slice(0, 32);
  });
}

function keyOf({ code, span, subject }: Diagnostic<string>, { sources, shown }: Findings): string {
  if (subject !== undefined) return `${code}\n${subject}`;
  const end = Math.min(span.end, span.start + 200);
  const text = sources.get(span.file)?.text.slice(span.start, end) ?? "";
  return [code, shown(span.file), text].join("\n");
}
