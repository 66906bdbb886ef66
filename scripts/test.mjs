// `npm test`: everything that CI checks, each step named and timed. `npm test -- unit types` runs only those.
import { join } from "node:path";
import { setup } from "./setup.mjs";
import { root, run, tool } from "./steps.mjs";

const command = join(root, "packages", "cli", "bin", "dd0c-track.js");
const node =
  (script, ...args) =>
  () =>
    run(process.execPath, [join(root, "scripts", script), ...args]);

/** Every check, in the order in which it is cheapest to fail. */
const steps = {
  format: () => tool("biome", ["check", "--error-on-warnings", "."]),
  borders: () => tool("depcruise", ["--config", ".dependency-cruiser.mjs", "codegen", "packages"]),
  typecheck: node("typecheck.mjs"),
  plan: () => run(process.execPath, [command, "check"]),
  code: () => run(process.execPath, [command, "lint"]),
  generated: node("generated.mjs", "--check"),
  types: node("type-tests.mjs"),
  unit: () => tool("vitest", ["run"]),
  docs: node("docs.mjs", "--check"),
  packages: node("packages.mjs"),
  demo: node("demo.mjs"),
  examples: node("examples.mjs"),
  nodes: node("other-nodes.mjs"),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(", ")}. There is ${Object.keys(steps).join(", ")}.`);
  process.exit(2);
}

await setup();
const results = [];
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name} ${"─".repeat(70 - name.length)}`);
  const started = performance.now();
  const code = await step();
  results.push({ name, code, seconds: (performance.now() - started) / 1000 });
}

console.log(`\n── summary ${"─".repeat(63)}`);
for (const { name, code, seconds } of results) {
  console.log(
    `${code === 0 ? "passed" : "FAILED"}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`,
  );
}
const failed = results.filter((it) => it.code !== 0).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
