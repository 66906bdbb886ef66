import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compilePlan, createSource, Located, readDocument, type Source } from "@dd0c/track-codegen";
import { indexPlans, type PlanIndex } from "../code-rules/plan-index.js";
import { listAt, objectAt, textAt, textsAt } from "../import/json-value.js";
import { planFolder } from "./plan-folder.js";

/** A config's plans, and which code it wants to be looked at, for fronts that are not the command. */
export interface OpenedPlans {
  /** Absolute; paths in findings start here. */
  readonly folder: string;
  readonly index: PlanIndex;
  readonly sources: ReadonlyMap<string, Source>;
  /** `lint:` as it is written; the command says what is wrong with it. */
  readonly lint: LintPart;
}

/** What `lint:` may say. */
export interface LintPart {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly tests: readonly string[];
  readonly emitters: readonly Readonly<Record<string, unknown>>[];
}

/** Why there are no plans to hold code to, in a sentence for the reader. */
export interface NoPlans {
  readonly problem: string;
}

/** The nearest `dd0c-track.yaml` at or above a folder; null where there is none. */
export function findConfig(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, "dd0c-track.yaml");
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return null;
  }
}

/** Reads a config and compiles its plans. */
export function openPlans(config: string): OpenedPlans | NoPlans {
  const folder = dirname(config);
  const raw = readConfig(config);
  if (raw === null) return { problem: `${config} is no YAML. Run \`dd0c-track check\`.` };
  const roots = [textAt(raw, "plan"), ...listAt(raw, "plans").map((it) => textAt(it, "plan"))];
  const compiled = roots.flatMap((root) =>
    root === null ? [] : [compilePlan(root.replace(/^\.\//, ""), planFolder(folder))],
  );
  const plans = compiled.flatMap(({ plan }) => plan ?? []);
  if (plans.length === 0 || plans.length < compiled.length) {
    return {
      problem: "The plan has errors, so code cannot be held to it. Run `dd0c-track check`.",
    };
  }
  const sources = new Map(compiled.flatMap((it) => [...it.sources]));
  return {
    folder,
    index: indexPlans(plans, sources),
    sources,
    lint: lintOf(objectAt(raw, "lint")),
  };
}

function lintOf(lint: unknown): LintPart {
  return {
    include: textsAt(lint, "include"),
    exclude: textsAt(lint, "exclude"),
    tests: textsAt(lint, "tests"),
    emitters: listAt(lint, "emitters").map((it) => objectAt(it)),
  };
}

function readConfig(path: string): unknown {
  try {
    const { text, root, problems } = readDocument(readFileSync(path));
    return root === null || problems.length > 0
      ? null
      : new Located(createSource(path, text)).value(root);
  } catch {
    return null;
  }
}
