import type { Origin } from "@dd0c/track-codegen";
import { positionIn } from "@dd0c/track-codegen";
import type { Audience, Change } from "@dd0c/track-lint";
import { many } from "../reporters/findings.js";
import type { Comparison } from "./comparison.js";
import type { Side } from "./side.js";

/** Most rows of one table: a comment on GitHub holds 65,536 characters. */
const mostRows = 100;

/** Comparisons as a comment under a pull request: a line that sums up, a table for each audience, the rest folded away. */
export function reportChangesAsMarkdown(
  comparisons: readonly Comparison[],
  shown: (path: string) => string,
): string {
  return `${comparisons.map((it) => sections(it, shown).join("\n\n")).join("\n\n---\n\n")}\n`;
}

function sections(comparison: Comparison, shown: (path: string) => string): readonly string[] {
  const { changes, accepted, problems, name, base, head } = comparison;
  const title = `Tracking plan${name === "" ? "" : ` \`${name}\``}`;
  if (changes.length + accepted.length + problems.length === 0)
    return [`✅ **${title}**: nothing changed between \`${base.label}\` and ${labelOf(head)}.`];
  const bad = changes.filter(({ severity }) => severity !== "info");
  return [
    `${markOf(comparison)} **${title}**: ${summaryOf(comparison)}`,
    ...audiences.flatMap(([audience, heading]) => table(audience, heading, bad, comparison, shown)),
    ...others(bad),
    ...(problems.length === 0
      ? []
      : [
          `### The list of accepted changes\n\n${problems.map((it) => `- ${cell(it.message)} ${cell(it.help)}`).join("\n")}`,
        ]),
    ...folded(
      `${many(accepted.length, "accepted change")}`,
      accepted.map(
        ({ change, entry }) =>
          `- **${change.id}** ${cell(change.message)} _${cell(entry.reason)}_${entry.by === null ? "" : ` (${cell(entry.by)})`}${entry.until === null ? "" : `, until ${entry.until}`}`,
      ),
    ),
    ...folded(
      `${many(changes.length - bad.length, "note")}: what harms nobody`,
      changes
        .filter(({ severity }) => severity === "info")
        .map(({ id, message }) => `- **${id}** ${cell(message)}`),
    ),
  ];
}

/** Who reads a table, under which heading. A change stands once, with whom it hurts first. */
const audiences: readonly (readonly [Audience, string])[] = [
  ["privacy", "🔒 Personal data"],
  ["source", "💥 Calls that stop compiling"],
  ["wire", "📡 Senders that are deployed"],
  ["analysis", "📈 Insights and history"],
];

function firstAudience(change: Change): Audience | null {
  return audiences.find(([audience]) => change.audiences.includes(audience))?.[0] ?? null;
}

function table(
  audience: Audience,
  heading: string,
  bad: readonly Change[],
  { base, head }: Comparison,
  shown: (path: string) => string,
): readonly string[] {
  const rows = bad.filter((it) => firstAudience(it) === audience);
  if (rows.length === 0) return [];
  const lines = rows.slice(0, mostRows).map((change) => {
    const where =
      change.head === null ? place(change.base, base, shown) : place(change.head, head, shown);
    const also = change.audiences.filter((it) => it !== audience).join(", ");
    const what = `${cell(change.message)}${change.help === null ? "" : `<br>→ ${cell(change.help)}`}`;
    return `| ${change.severity === "error" ? "❌" : "⚠️"} ${change.id} | ${what} | ${where} | ${also === "" ? "–" : also} | \`${change.fingerprint}\` |`;
  });
  const rest = rows.length - lines.length;
  return [
    [
      `### ${heading}`,
      "",
      "| | What | Where | Also | Fingerprint |",
      "| --- | --- | --- | --- | --- |",
      ...lines,
      ...(rest > 0 ? [`| | …and ${rest} more | | | |`] : []),
    ].join("\n"),
  ];
}

/** What hurts nobody by itself, such as a version that says too little. */
function others(bad: readonly Change[]): readonly string[] {
  const rest = bad.filter((it) => firstAudience(it) === null);
  return rest.length === 0
    ? []
    : [
        rest
          .map(
            ({ id, severity, message, help }) =>
              `- ${severity === "error" ? "❌" : "⚠️"} **${id}** ${cell(message)}${help === null ? "" : ` ${cell(help)}`}`,
          )
          .join("\n"),
      ];
}

function folded(summary: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostRows);
  const rest = lines.length - shown.length;
  const all = [...shown, ...(rest > 0 ? [`- …and ${rest} more`] : [])].join("\n");
  return [`<details><summary>${summary}</summary>\n\n${all}\n\n</details>`];
}

function markOf({ changes, problems }: Comparison): string {
  const all = [...changes, ...problems];
  if (all.some(({ severity }) => severity === "error")) return "❌";
  return all.some(({ severity }) => severity === "warning") ? "⚠️" : "✅";
}

function summaryOf({ changes, accepted, bump, base, head }: Comparison): string {
  const count = (severity: string): number =>
    changes.filter((it) => it.severity === severity).length;
  const parts = [
    [count("error"), "breaking change"] as const,
    [count("warning"), "warning"] as const,
    [count("info"), "note"] as const,
  ].flatMap(([number, word]) => (number === 0 ? [] : many(number, word)));
  const accepts = accepted.length === 0 ? [] : [`${accepted.length} accepted`];
  const version = bump === "none" ? "" : ` This is a **${bump}** change.`;
  return `${[...parts, ...accepts].join(", ")} between \`${base.label}\` and ${labelOf(head)}.${version}`;
}

function labelOf({ label }: Side): string {
  return label.includes(" ") ? label : `\`${label}\``;
}

function place(origin: Origin | null, side: Side, shown: (path: string) => string): string {
  if (origin === null) return "–";
  const span = side.span(origin);
  const source = side.sources.get(span.file);
  const line = source === undefined ? origin.line : positionIn(source, span.start).line;
  return `\`${shown(span.file).replace(/[|`]/g, "")}:${line}\``;
}

/** Text in a table's cell: nothing in it may end the cell, start a tag or a mention. Code stays code. */
function cell(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/&/g, "&amp;")
            .replace(/</g, "&lt;")
            .replace(/([*_~[\]\\])/g, "\\$1")
            .replace(/@(?=\w)/g, "@\u200b"),
    )
    .join("")
    .replace(/\|/g, "\\|")
    .replace(/\s*\n\s*/g, " ");
}
