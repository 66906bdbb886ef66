import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSource, parseShape, type Source, type Span } from "@dd0c/track-codegen";
import type { AcceptedChange, Change } from "@dd0c/track-lint";
import * as z from "zod";
import { BadInput } from "../bad-input.js";

/** The file's name unless a config or the command line says another. */
export const acceptedName = "accepted-changes.yaml";

/** An accepted change, and where it stands. */
export interface AcceptedEntry extends AcceptedChange {
  readonly span: Span;
}

/** A list of accepted changes as read. */
export interface AcceptedFile {
  readonly path: string;
  readonly source: Source;
  readonly entries: readonly AcceptedEntry[];
}

interface Written {
  fingerprint: string;
  reason: string;
  by?: string | undefined;
  until?: string | undefined;
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "a day is written as 2026-12-31" });

const shape: z.ZodType<Written[]> = z.array(
  z.strictObject({
    fingerprint: z
      .string()
      .regex(/^[\da-f]{12}$/, { error: "a fingerprint has twelve hexadecimal digits, in quotes" })
      .describe("The change, as findings name it."),
    reason: z.string().min(1).describe("Why it is right all the same."),
    by: z.string().min(1).optional().describe("The team that answers for it."),
    until: day.optional().describe("The last day on which it holds."),
  }),
);

/** Reads the list; an empty one where there is no file. Throws with the findings where it makes no sense. */
export function readAccepted(workspace: string, path: string): AcceptedFile {
  const full = join(workspace, path);
  if (!existsSync(full)) return { path, source: createSource(path, ""), entries: [] };
  const bytes = readFileSync(full);
  if (
    bytes
      .toString("utf8")
      .replace(/^\s*#.*$/gm, "")
      .trim() === ""
  )
    return { path, source: createSource(path, bytes.toString("utf8")), entries: [] };
  const file = parseShape(path, bytes, shape, "the list of accepted changes");
  if (file.value === null || file.diagnostics.length > 0)
    throw new BadInput("The list of accepted changes makes no sense yet.", {
      diagnostics: file.diagnostics,
      sources: new Map([[path, file.source]]),
      folder: workspace,
    });
  const raw = file.raw as readonly Written[];
  const entries = raw.map((it) => ({
    fingerprint: it.fingerprint,
    reason: it.reason,
    by: it.by ?? null,
    until: it.until ?? null,
    span: file.located.valueSpan(it, "fingerprint"),
  }));
  return { path, source: file.source, entries };
}

/** The file's text with one more entry at its end; what stands there stays as it is. */
export function withAccepted(
  { source }: AcceptedFile,
  change: Change,
  entry: AcceptedChange,
): string {
  const head =
    source.text.trim() === ""
      ? "# Changes of the plan that were looked at and let through; `dd0c-track diff` reads it.\n"
      : source.text.replace(/\n*$/, "\n");
  const lines = [
    `- fingerprint: "${entry.fingerprint}" # ${change.id} ${change.code}: ${change.subject.replace(/\s/g, " ")}`,
    `  reason: ${JSON.stringify(entry.reason)}`,
    ...(entry.by === null ? [] : [`  by: ${JSON.stringify(entry.by)}`]),
    ...(entry.until === null ? [] : [`  until: "${entry.until}"`]),
  ];
  return `${head}${lines.join("\n")}\n`;
}
