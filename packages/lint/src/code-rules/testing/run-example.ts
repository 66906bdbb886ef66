import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compilePlan, createSource, type Diagnostic, memoryFiles } from "@dd0c/track-codegen";
import { analyse } from "../../code.js";
import { findConfig, openPlans } from "../../open-plans/open-plans.js";
import { defaultSettings, type RuleSettings } from "../../settings/rule-settings.js";
import { lintCode } from "../lint-code.js";
import { indexPlans, type PlanIndex } from "../plan-index.js";

const repository = join(import.meta.dirname, "../../../../..");
let own: PlanIndex | null = null;

/** dd0c's own plan, which examples are held to unless they bring one. */
export function ownPlan(): PlanIndex {
  if (own === null) {
    const opened = openPlans(findConfig(repository) ?? "");
    if ("problem" in opened) throw new Error(opened.problem);
    own = opened.index;
  }
  return own;
}

/** The files of an example: a line `// src/file.ts` begins another; `// plan.yaml` is one in comments. */
export function exampleFiles(example: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  let path = "src/example.ts";
  for (const line of example.split("\n")) {
    const next = /^\/\/ ([\w./-]+\.(?:[cm]?[jt]sx?|vue|svelte|yaml))$/.exec(line)?.[1];
    if (next !== undefined) path = next;
    else if (path === "plan.yaml" && !line.startsWith("//")) {
      path = "src/example.ts";
      files[path] = `${files[path] ?? ""}${line}\n`;
    } else {
      const text = path === "plan.yaml" ? line.replace(/^\/\/ ?/, "") : line;
      files[path] = `${files[path] ?? ""}${text}\n`;
    }
  }
  return files;
}

/** Runs code on disk through the engine and the rules, as the command does. */
export function runExample(
  files: Readonly<Record<string, string>>,
  {
    rules = defaultSettings,
    isWhole = true,
    today = "2026-11-21",
  }: { readonly rules?: RuleSettings; readonly isWhole?: boolean; readonly today?: string } = {},
): readonly Diagnostic<string>[] {
  const root = mkdtempSync(join(tmpdir(), "dd0c-code-rules-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      if (path === "plan.yaml") continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const analysis = analyse({ root });
    const sources = (file: string) => createSource(file, readFileSync(join(root, file), "utf8"));
    return lintCode(analysis, planOf(files), {
      rules,
      today,
      mentioned: new Set(),
      isWhole,
      sources,
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function planOf(files: Readonly<Record<string, string>>): PlanIndex {
  const text = files["plan.yaml"];
  if (text === undefined) return ownPlan();
  const whole = `plan: shop\n${text}`;
  const { plan, sources, diagnostics } = compilePlan(
    "plan.yaml",
    memoryFiles({ "plan.yaml": whole }),
  );
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return indexPlans([plan], sources);
}
