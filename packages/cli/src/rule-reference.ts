import type { RulePage } from "@dd0c/track-lint";
import { livePages } from "@dd0c/track-live";
import { allRules, type CodePage, exampleLanguage } from "./code-pages.js";
import { escapeCell, head } from "./reference-markdown.js";
import { ruleFacts } from "./rules/rule-facts.js";

const intros = {
  plan: {
    title: "Plan rules",
    text: "What `dd0c-track check` holds plans to, beside what [the compiler itself](diagnostics.md) does not take.",
  },
  breaking: {
    title: "Breaking changes",
    text: "What `dd0c-track diff` says of a change from one version of a plan to the next. Who notices: source (calls of the client), wire (deployed senders), analysis (dashboards and history), privacy (people).",
  },
  code: {
    title: "Code rules",
    text: "What `dd0c-track lint` and the ESLint plugin hold code to.",
  },
} as const;

const presets = `\`recommended\` is on without a config, \`strict\` holds more. \`dd0c-track.yaml\` changes single rules, by
name or number, for everything or for some files, products or events:

\`\`\`yaml
rules:
  extends: strict
  trigger-missing: off
  overrides:
    - files: [schema/legacy/**]
      rules: { action-not-past-tense: off }
\`\`\``;

/** `docs/reference/<family>-rules.md`: every rule's page of a family. */
export function rulesPage(family: RulePage["family"]): string {
  const rules = allRules.filter((rule) => rule.family === family && !rule.isCompilers);
  const rows = rules.map(({ id, name, title, severity, preset, locked }) => {
    const mark = locked ? " 🔒" : "";
    const level = severity === "info" ? "note" : severity;
    return `| ${id} | [\`${name}\`](#${name})${mark} | ${escapeCell(title)} | ${level} | ${preset ?? "on request"} |`;
  });
  const { title, text } = intros[family];
  return `${head(title)}
${text} ${presets}

${family === "plan" ? `${silencing}\n\n` : ""}| | Rule | What it finds | | Preset |
|---|---|---|---|---|
${rows.join("\n")}

🔒 No comment and no baseline silences these.
${rules.map((rule) => section(rule.name, rule)).join("")}`;
}

const silencing = `A comment above an item, or at the end of its line, silences a rule there, with a reason and, if you
like, a last day. A comment that silences nothing is a finding itself:

\`\`\`yaml
events:
  # plan-ignore P108: the old app still sends it until 2026-12-31
  button_clicked:
\`\`\`

To switch the gate on for a plan that has findings, \`dd0c-track check --write-baseline\` forgives what is there
now, in \`dd0c-track.baseline.json\`. What is new fails; what was mended is to be forgotten with
\`--prune-baseline\`.`;

/** \`docs/reference/live-findings.md\`: every finding of the live check. */
export function livePage(): string {
  const pages: readonly (readonly [string, CodePage])[] = Object.entries(livePages);
  const rows = pages.map(
    ([code, { id, title }]) => `| ${id} | [\`${code}\`](#${code}) | ${escapeCell(title)} |`,
  );
  return `${head("Live findings")}
What \`dd0c-track dev\` says of events as they arrive.

| | Code | What is wrong |
|---|---|---|
${rows.join("\n")}
${pages.map(([code, page]) => section(code, page)).join("")}`;
}

function section(name: string, page: CodePage): string {
  const { id, title, why, fix, bad, good, family: _, ...facts } = page;
  const known = ruleFacts(facts, false);
  const language = exampleLanguage(page);
  const example = (word: string, text: string | undefined): string =>
    text === undefined ? "" : `\n${word}:\n\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
  const says = known.length === 0 ? "" : ` <small>${known.join(" · ")}</small>`;
  return `\n## ${name}\n\n**${id}.** ${title}.${says}\n\n${why}\n\n${fix}\n${example("Bad", bad)}${example("Good", good)}`;
}
