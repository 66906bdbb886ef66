import { parseSync } from "oxc-parser";
import type { Script } from "../files/script.js";
import { settleNames, startDraft } from "./draft.js";
import type { Facts } from "./facts.js";
import { lowerStatements } from "./lower-statement.js";
import { readComments } from "./read-comments.js";
import { readHandlers } from "./read-handlers.js";

/** Facts of a file's script, or why there are none. */
export type Reading =
  | { readonly facts: Facts }
  | { readonly reason: "syntax-error" | "too-deep"; readonly detail: string };

/** Parses a script and keeps what can matter. Never throws: code may be anything. */
export function readFacts(script: Script): Reading {
  try {
    return read(script);
  } catch (error) {
    if (error instanceof RangeError) return { reason: "too-deep", detail: "nested too deeply" };
    return {
      reason: "syntax-error",
      detail: error instanceof Error ? error.message : "unreadable",
    };
  }
}

function read({ text, lang, snippets }: Script): Reading {
  const { program, errors, comments } = parseSync("code.ts", text, {
    lang,
    sourceType: "unambiguous",
    astType: "ts",
    preserveParens: false,
  });
  const error = errors.find((it) => it.severity === "Error")?.message ?? null;
  if (program.body.length === 0 && error !== null) return { reason: "syntax-error", detail: error };
  const draft = startDraft();
  lowerStatements(draft, program.body);
  for (const snippet of snippets) {
    const parsed = parseSync("code.ts", snippet.text, {
      lang,
      astType: "ts",
      preserveParens: false,
    });
    draft.base = snippet.start;
    lowerStatements(draft, parsed.program.body);
    draft.base = 0;
  }
  settleNames(draft);
  readComments(draft, text, comments);
  readHandlers(draft);
  draft.facts.error = error;
  return { facts: draft.facts };
}
