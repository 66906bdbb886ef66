import { type CatalogueEntry, catalogue } from "@dd0c/track-codegen";
import type { Command } from "commander";
import * as z from "zod";
import { configFile } from "./config-file.js";
import { escapeCell, head } from "./reference-markdown.js";

/** `docs/reference/diagnostics.md`: every code's page, from the catalogue. */
export function diagnosticsPage(): string {
  const pages: readonly (readonly [string, CatalogueEntry])[] = Object.entries(catalogue);
  const sorted = [...pages].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map(
    ([code, { id, title }]) => `| ${id} | [\`${code}\`](#${code}) | ${escapeCell(title)} |`,
  );
  return `${head("Diagnostics")}
Codes and numbers are permanent. \`dd0c-track explain <code>\` prints the same page in a terminal.

| | Code | What is wrong |
|---|---|---|
${rows.join("\n")}
${sorted.map(([code, page]) => diagnosticSection(code, page)).join("")}`;
}

function diagnosticSection(
  code: string,
  { id, title, why, fix, bad, good }: CatalogueEntry,
): string {
  const examples = [
    bad === undefined ? "" : `\nBad:\n\n\`\`\`yaml\n${bad}\`\`\`\n`,
    good === undefined ? "" : `\nGood:\n\n\`\`\`yaml\n${good}\`\`\`\n`,
  ].join("");
  return `\n## ${code}\n\n**${id}.** ${title}.\n\n${why}\n\n${fix}\n${examples}`;
}

/** `docs/reference/cli.md`: every command's help. */
export function cliPage(program: Command): string {
  const sections = program.commands.map(
    (command) => `\n## dd0c-track ${command.name()}\n\n\`\`\`text\n${helpOf(command)}\`\`\`\n`,
  );
  return `${head("Command line")}
\`\`\`text
${helpOf(program)}\`\`\`

Results go to standard output, progress and failures to standard error. Colours appear on a terminal
only; \`NO_COLOR\` switches them off, \`FORCE_COLOR\` on. On GitHub's runners findings are printed in
the \`github\` format unless \`--format\` says otherwise.

## --format json

\`\`\`json
{
  "format": 1,
  "summary": { "errors": 1, "warnings": 0, "infos": 0, "files": 1 },
  "findings": [
    {
      "code": "wrong-value",
      "id": "P004",
      "severity": "error",
      "message": "…",
      "help": "Did you mean \\"number\\"?",
      "file": "schema/plan.yaml",
      "start": { "line": 8, "column": 23 },
      "end": { "line": 8, "column": 28 },
      "related": [{ "message": "…", "file": "…", "start": {}, "end": {} }],
      "fix": { "replacement": "…", "file": "…", "start": {}, "end": {} }
    }
  ]
}
\`\`\`

Lines and columns count from 1, columns in UTF-16 units, ends are exclusive; \`help\` and \`fix\` may be
null. While \`format\` is 1, keys are only added.
${sections.join("")}`;
}

function helpOf(command: Command): string {
  let text = "";
  command.configureHelp({ helpWidth: 100 });
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text.replace(/\n*$/, "\n");
}

interface Shape {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly required?: readonly string[];
  readonly type?: string;
}

/** `docs/reference/config.md`: every key of `dd0c-track.yaml`, from the schema that checks it. */
export function configPage(): string {
  const rows = rowsOf(z.toJSONSchema(configFile) as Shape, "");
  return `${head("dd0c-track.yaml")}
Names the plan and what to make of it. \`dd0c-track\` takes the nearest one above the folder in which
it is called, or the one that \`--config\` names; paths in it start at its own folder and stay inside.

\`\`\`yaml
plan: schema/plan.yaml
outputs:
  - emitter: typescript
    to: packages/events/src
  - emitter: ./tools/kotlin.js # a module that exports an Emitter
    to: android/events
    options: { package: com.acme.events }
rules:
  extends: strict
  trigger-missing: off # by name or number: off, info, warn or error
  overrides:
    - events: [billing.*]
      rules: { question-missing: error }
\`\`\`

| Key | | What it says |
|---|---|---|
${rows.join("\n")}
`;
}

function rowsOf(shape: Shape, path: string): readonly string[] {
  const { properties = {}, additionalProperties: any } = shape;
  const free = typeof any === "object" && any.description !== undefined ? { "<rule>": any } : {};
  return Object.entries({ ...properties, ...free }).flatMap(([key, inner]) => {
    const at = inner.type === "array" ? `${path}${key}[]` : `${path}${key}`;
    const need = shape.required?.includes(key) === true ? "required" : "";
    const row = `| \`${at}\` | ${need} | ${escapeCell(inner.description ?? "")} |`;
    return [row, ...rowsOf(inner.items ?? inner, `${at}.`)];
  });
}
