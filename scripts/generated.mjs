// Everything that is generated and committed: dd0c's clients and docs, the plan's editor schema, the
// resolved plan's schema, the reference pages. `--check` writes nothing and fails on what is stale.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { resolvedPlanSchema } from "./resolved-plan-schema.mjs";
import { root, run } from "./steps.mjs";

const check = process.argv.includes("--check");
const command = join(root, "packages", "cli", "bin", "dd0c-track.js");

/** Commands of ours that write committed files; each takes `--check`. */
const commands = [["generate"], ["schema"]];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!(await build({ types: false }))) process.exit(1);
  let failed = 0;
  for (const args of commands) {
    failed +=
      (await run(process.execPath, [command, ...args, ...(check ? ["--check"] : [])])) === 0
        ? 0
        : 1;
  }
  failed += (await resolvedPlanSchema({ check })) ? 0 : 1;
  process.exit(failed === 0 ? 0 : 1);
}
