// Checks types: each package with what its own host knows, then everything with its tests. TypeScript 7
// checks here because it is fast; the build's .d.ts files are made, and so checked, with 5.9.
import { join } from "node:path";
import { root, run } from "./steps.mjs";

const projects = [
  "codegen",
  "packages/core",
  "packages/browser",
  "packages/node",
  "packages/slack",
  "packages/proxy",
  "packages/events",
  "packages/lint",
  "packages/eslint-plugin",
  "packages/live",
  "packages/cli",
  ".",
];

const compiler = join(root, "node_modules", "typescript-7.0", "bin", "tsc");
let failed = 0;
for (const project of projects) {
  const code = await run(process.execPath, [compiler, "-p", project, "--noEmit"]);
  if (code !== 0) failed += 1;
}
if (failed > 0) {
  console.error(`${failed} of ${projects.length} projects have type errors.`);
  process.exit(1);
}
console.log(`Types are right in ${projects.length} projects.`);
