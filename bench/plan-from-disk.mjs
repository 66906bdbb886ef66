// A plan of this repository, compiled from disk.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compilePlan, memoryFiles } from "../codegen/dist/index.js";
import { root } from "../scripts/steps.mjs";

/** The resolved plan of a folder such as `schema`. */
export function compilePlanFrom(folder) {
  const files = {};
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".yaml")) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(root.length + 1)] = readFileSync(path);
  }
  const { plan, diagnostics } = compilePlan(`${folder}/plan.yaml`, memoryFiles(files));
  if (plan === null) throw new Error(diagnostics[0]?.message ?? "no plan");
  return plan;
}
