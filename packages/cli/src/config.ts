import {
  type Diagnostic,
  describeIssues,
  finding,
  joinPath,
  type Located,
  parseShape,
  type Source,
  type Span,
} from "@dd0c/track-codegen";
import type * as z from "zod";
import {
  type ConfigSpec,
  configFile,
  configName,
  type OutputSpec,
  type PlanSpec,
} from "./config-file.js";
import { type ConfigSettings, noSettings, readSettings } from "./config-settings.js";

/** A plan that the config names, with everything that is made from it. */
export interface Project {
  readonly name: string;
  /** The plan's root file, relative to the workspace's folder. */
  readonly plan: string;
  readonly outputs: readonly Output[];
}

/** One line of `outputs:`. */
export interface Output {
  readonly emitter: string;
  /** Relative to the workspace's folder; empty for the folder itself. */
  readonly to: string;
  readonly options: unknown;
  /** Where it stands in the config. */
  readonly span: Span;
  /** Findings about its options, each pointing into the config. */
  readonly describeOptions: (
    schema: z.ZodType,
    issues: readonly z.core.$ZodIssue[],
  ) => readonly Diagnostic[];
}

/** A config file that was read. */
export interface Config {
  readonly source: Source;
  readonly projects: readonly Project[];
  readonly settings: ConfigSettings;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a config. `path` is its name in findings. */
export function parseConfig(path: string, bytes: Uint8Array | string): Config {
  const file = parseShape(path, bytes, configFile, "the config");
  const isEmpty = file.raw === null && file.source.text.trim() === "";
  const found = isEmpty ? [namesNoPlan(path)] : [...file.diagnostics];
  if (file.value === null)
    return { source: file.source, projects: [], settings: noSettings, diagnostics: found };
  const reading: Reading = { located: file.located, found };
  // What zod returns are copies; the places are those of the objects that were read.
  const raw = file.raw as ConfigSpec;
  return {
    source: file.source,
    projects: projectsOf(raw, path, reading),
    settings: settingsOf(raw, reading),
    diagnostics: found,
  };
}

function settingsOf(raw: ConfigSpec, reading: Reading): ConfigSettings {
  const settings = readSettings(raw, reading.located);
  if (typeof settings !== "string") return settings;
  pathAt(raw, settings, raw[settings] ?? "", reading);
  return noSettings;
}

interface Reading {
  readonly located: Located;
  readonly found: Diagnostic[];
}

function projectsOf(raw: ConfigSpec, path: string, reading: Reading): readonly Project[] {
  const { located, found } = reading;
  if (raw.plans === undefined) {
    if (raw.plan === undefined) {
      found.push(namesNoPlan(path));
      return [];
    }
    return [projectOf(raw, { name: "", plan: raw.plan, outputs: raw.outputs }, reading)];
  }
  for (const key of ["plan", "outputs"] as const) {
    if (raw[key] === undefined) continue;
    const help = `Move \`${key}\` into an entry of \`plans:\`.`;
    const message = `\`${key}\` and \`plans\` cannot stand beside each other.`;
    found.push(finding("wrong-value", located.keySpan(raw, key), message, { help }));
  }
  const names = new Set<string>();
  for (const entry of raw.plans) {
    if (names.has(entry.name)) {
      const message = `Two plans are called "${entry.name}".`;
      found.push(finding("wrong-value", located.valueSpan(entry, "name"), message));
    }
    names.add(entry.name);
  }
  return raw.plans.map((entry) => projectOf(entry, entry, reading));
}

function projectOf(owner: object, entry: PlanSpec, reading: Reading): Project {
  const plan = pathAt(owner, "plan", entry.plan, reading);
  const outputs = (entry.outputs ?? []).map((raw) => outputOf(raw, reading));
  return { name: entry.name, plan, outputs };
}

function outputOf(raw: OutputSpec, reading: Reading): Output {
  const options = raw.options ?? {};
  return {
    emitter: raw.emitter,
    to: pathAt(raw, "to", raw.to, reading),
    options,
    span: reading.located.valueSpan(raw, "emitter"),
    describeOptions: (schema, issues) =>
      describeIssues(issues, options, reading.located, {
        schema,
        name: `the options of ${raw.emitter}`,
      }),
  };
}

function pathAt(owner: object, key: string, path: string, { located, found }: Reading): string {
  const joined = joinPath("", path);
  if (joined !== null) return joined;
  found.push(
    finding(
      "path-outside-plan",
      located.valueSpan(owner, key),
      `"${path}" leaves the config's folder.`,
      { help: `Put ${configName} into a folder that holds the plan and everything made from it.` },
    ),
  );
  return "";
}

function namesNoPlan(path: string): Diagnostic {
  const help = "Add `plan: schema/plan.yaml`, or run `dd0c-track init` in an empty folder.";
  const start = { file: path, start: 0, end: 0 };
  return finding("missing-key", start, "The config names no plan.", { help });
}
