import { type RulePage, severityAt } from "@dd0c/track-lint";
import { allRules } from "../code-pages.js";
import { noSettings } from "../config-settings.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { many } from "../reporters/findings.js";
import { rulesOf } from "../rules/rules-of.js";
import type { Colours, Terminal } from "../terminal.js";
import { openConfig, type WorkspaceOptions } from "../workspace.js";

/** Options of `rules`. */
export interface RulesOptions extends WorkspaceOptions {
  readonly json?: boolean;
  readonly family?: RulePage["family"];
}

/** A rule and what the config makes of it. */
type Listed = (typeof allRules)[number] & { readonly level: "off" | "info" | "warning" | "error" };

/** `dd0c-track rules`: every rule, and how bad its findings are here. */
export function rules(options: RulesOptions, terminal: Terminal): ExitCode {
  const { settings } = rulesOf(openConfig(terminal.folder, options) ?? noSettings);
  const severityOf = severityAt(settings);
  const anywhere = { file: "", event: null, products: [] };
  const listed = allRules
    .filter(({ family }) => options.family === undefined || family === options.family)
    .map((rule): Listed => {
      const level = rule.isCompilers ? "error" : (severityOf(rule, anywhere) ?? "off");
      return { ...rule, level };
    });
  if (options.json === true)
    terminal.out(`${JSON.stringify({ format: 1, rules: listed.map(inJson) }, null, 2)}\n`);
  else terminal.out(table(listed, settings.extends, terminal.colours));
  return exitCode.clean;
}

/** The shape that `--json` prints; it only ever grows while `format` stays 1. */
function inJson({ isCompilers, ...rule }: Listed): object {
  const { id, name, family, title, severity, preset, locked, level, why, fix } = rule;
  return {
    id,
    name,
    family,
    title,
    severity,
    preset,
    locked,
    level,
    alwaysOn: isCompilers,
    fixable: rule.fixable ?? false,
    audiences: rule.audiences ?? [],
    why,
    fix,
    bad: rule.bad ?? null,
    good: rule.good ?? null,
  };
}

const headings = {
  plan: "Plans: dd0c-track check",
  breaking: "Changes of a plan: dd0c-track diff",
  code: "Code that tracks: dd0c-track lint",
} as const;

function table(listed: readonly Listed[], preset: string, colours: Colours): string {
  const { bold, dim } = colours;
  const width = Math.max(...listed.map(({ name }) => name.length));
  const lines: string[] = [];
  for (const family of ["plan", "breaking", "code"] as const) {
    const own = listed.filter((rule) => rule.family === family);
    if (own.length === 0) continue;
    lines.push(bold(headings[family]));
    for (const rule of own) {
      const mark = rule.isCompilers ? dim("always ") : paint(rule.level, colours);
      const lock = rule.locked && !rule.isCompilers ? "🔒" : "  ";
      lines.push(`  ${rule.id} ${rule.name.padEnd(width)} ${mark} ${lock} ${dim(rule.title)}`);
    }
    lines.push("");
  }
  const on = listed.filter(({ level }) => level !== "off").length;
  lines.push(
    dim(
      `${many(listed.length, "rule")}, ${on} on with ${preset}. \`dd0c-track explain <rule>\` prints one's page.`,
    ),
  );
  return `${lines.join("\n")}\n`;
}

function paint(level: Listed["level"], { red, yellow, blue, dim }: Colours): string {
  const word = { off: "off", info: "note", warning: "warning", error: "error" }[level].padEnd(7);
  return { off: dim, info: blue, warning: yellow, error: red }[level](word);
}
