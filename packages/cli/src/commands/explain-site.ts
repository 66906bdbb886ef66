import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { positionIn, type Source, type Span } from "@dd0c/track-codegen";
import type {
  Analysis,
  EventFact,
  PropertiesFact,
  Site,
  Step,
  UnresolvedSite,
} from "@dd0c/track-lint/code";
import { BadInput } from "../bad-input.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { analyseWorkspace } from "../lint/analyse-workspace.js";
import { readSources } from "../lint/read-sources.js";
import { shownFrom } from "../shown-path.js";
import type { Terminal } from "../terminal.js";
import { openConfig, slashed } from "../workspace.js";

/** `dd0c-track explain src/checkout.ts:12`: how the call on that line reaches the SDK, step by step. */
export function explainSite(
  place: { readonly path: string; readonly line: number },
  terminal: Terminal,
): ExitCode {
  const file = resolve(terminal.folder, place.path);
  if (!existsSync(file)) throw new BadInput(`There is no file ${place.path}.`);
  const workspace = openConfig(dirname(file), {}) ?? { folder: terminal.folder, lint: {} };
  const analysis = analyseWorkspace(workspace);
  const sources = readSources(workspace.folder, new Map());
  const path = slashed(relative(workspace.folder, file));
  const here = sitesOn(analysis, sources(path), path, place.line);
  if (here.length === 0) throw nothingThere(analysis, sources(path), path, place);
  const show = showSpan(sources, shownFrom(terminal.folder, workspace.folder));
  terminal.out(`${here.map((site) => describe(site, show, terminal)).join("\n")}`);
  return exitCode.clean;
}

function sitesOn(
  analysis: Analysis,
  source: Source | null,
  path: string,
  line: number,
): readonly (Site | UnresolvedSite)[] {
  if (source === null) return [];
  const own = [...analysis.sites, ...analysis.unresolved].filter(({ span }) => span.file === path);
  const isOn = ({ span }: { readonly span: Span }): boolean =>
    positionIn(source, span.start).line <= line && line <= positionIn(source, span.end).line;
  return own.filter(isOn);
}

function nothingThere(
  analysis: Analysis,
  source: Source | null,
  path: string,
  { line, path: written }: { readonly path: string; readonly line: number },
): BadInput {
  const skipped = analysis.skipped.find(({ file }) => file === path);
  if (skipped !== undefined) {
    return new BadInput(
      `${written} was not read (${skipped.reason}${skipped.detail && `: ${skipped.detail}`}).`,
    );
  }
  const lines = [...analysis.sites, ...analysis.unresolved]
    .filter(({ span }) => span.file === path)
    .flatMap(({ span }) => (source === null ? [] : [positionIn(source, span.start).line]));
  const near = [...new Set(lines)]
    .sort((a, b) => Math.abs(a - line) - Math.abs(b - line))
    .slice(0, 3);
  return new BadInput(`No call on line ${line} of ${written} is known to send an event.`, {
    help:
      near.length === 0
        ? "If a function there does send one, tell the config: `lint: emitters:`."
        : `There is one on line ${near.join(", ")}.`,
  });
}

function showSpan(
  sources: ReturnType<typeof readSources>,
  shown: (path: string) => string,
): (span: Span) => string {
  return (span) => {
    const source = sources(span.file);
    const { line, column } =
      source === null ? { line: 1, column: 1 } : positionIn(source, span.start);
    return `${shown(span.file)}:${line}:${column}`;
  };
}

const tiers = {
  sdk: "proven: the receiver is the SDK's",
  generated: "proven: a generated client",
  wrapper: "proven: a wrapper that ends in the SDK",
  name: "by its name only: nothing proves that it reaches an SDK",
} as const;

function describe(
  site: Site | UnresolvedSite,
  show: (span: Span) => string,
  { colours: { bold, cyan, dim, yellow } }: Terminal,
): string {
  const { steps, tier, vendor, properties } = site;
  const event: EventFact = site.event;
  const names = event.names.map(({ name }) => name).join(", ");
  const what =
    event.kind === "finite"
      ? `sends ${bold(names)}`
      : yellow(
          `sends an event that cannot be told (${event.reason}${event.pattern === null ? "" : `: ${event.pattern}`})`,
        );
  const width = Math.max(...steps.map(({ label }) => label.length));
  const lines = steps.map(
    ({ label, kind, span }: Step, index) =>
      `  ${index === 0 ? " " : "→"} ${label.padEnd(width)}  ${dim(kind.padEnd(9))} ${cyan(show(span))}`,
  );
  return `${[
    `${cyan(show(site.span))} ${what}`,
    `  ${dim(`${tiers[tier]} (${vendor})`)}`,
    ...lines,
    `  ${dim("properties:")} ${propertiesText(properties)}`,
  ].join("\n")}\n`;
}

function propertiesText(properties: PropertiesFact | null): string {
  if (properties === null) return "none";
  const keys = properties.entries.map(({ key, isConditional }) =>
    isConditional ? `${key}?` : key,
  );
  const rest = properties.isComplete ? [] : ["… and what cannot be seen"];
  return [...keys, ...rest].join(", ") || "none";
}
