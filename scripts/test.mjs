// `npm test`: everything that CI checks, each step named and timed. `npm test -- unit types` runs only those.
import { join } from "node:path";
import { setup } from "./setup.mjs";
import { bin, root, run } from "./steps.mjs";

const command = join(root, "packages", "cli", "bin", "dd0c-track.js");
const node = (...args) => [process.execPath, args];
const script = (name, ...args) => node(join(root, "scripts", name), ...args);
const tool = (name, ...args) => [bin(name), args];

/** Rooms whose tests compute: two run at once. The others' start processes, servers and browsers, one at a time. */
const quietRooms = ["codegen", "packages/core", "packages/events", "packages/lint", "schema"];

/** Every check, in the order in which it is cheapest to fail. */
const steps = {
  format: tool("biome", "check", "--error-on-warnings", "."),
  borders: tool("depcruise", "--config", ".dependency-cruiser.mjs", "codegen", "packages"),
  typecheck: script("typecheck.mjs"),
  plan: node(command, "check"),
  code: node(command, "lint"),
  generated: script("generated.mjs", "--check"),
  types: script("type-tests.mjs"),
  unit: tool("vitest", "run", "--maxWorkers=2", ...quietRooms.map((room) => `${room}/`)),
  system: tool("vitest", "run", ...quietRooms.map((room) => `--exclude=${room}/**`)),
  docs: script("docs.mjs", "--check"),
  packages: script("packages.mjs"),
  demo: script("demo.mjs"),
  examples: script("examples.mjs"),
  nodes: script("other-nodes.mjs"),
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
  const said = [];
  const code = await run(...step, { said });
  results.push({ name, code, said, seconds: (performance.now() - started) / 1000 });
}

console.log(`\n── summary ${"─".repeat(63)}`);
for (const { name, code, seconds } of results) {
  console.log(
    `${code === 0 ? "passed" : "FAILED"}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`,
  );
}
const failed = results.filter((it) => it.code !== 0);
console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
// Whoever reads only the end of a long log reads why; on a terminal it stands above, and nothing was kept.
for (const { name, said } of failed)
  if (said.length > 0) console.log(`\n${name}, its end:\n${endOf(said)}`);
process.exit(failed.length === 0 ? 0 : 1);

/** The last lines of what a step printed. */
function endOf(said) {
  const lines = Buffer.concat(said).toString().split("\n");
  return lines
    .filter((line) => line.trim())
    .slice(-16)
    .join("\n");
}
