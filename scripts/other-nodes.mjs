// What runs in other people's processes, run on the versions of Node that they have: the runtimes' tests
// and the command, on Node 22 and 24. npm ships those as packages for x64 Linux; elsewhere this says so.
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root, run } from "./steps.mjs";

const folder = join(root, "scripts", "other-nodes");
/** What is run with each. */
const commands = [
  ["node_modules/vitest/vitest.mjs", "run", "packages/node", "packages/slack", "packages/proxy"],
  ["packages/cli/bin/dd0c-track.js", "check"],
  ["packages/cli/bin/dd0c-track.js", "generate", "--check"],
];

if (process.platform !== "linux" || process.arch !== "x64") {
  console.log(`npm has no other Node for ${process.platform} ${process.arch}: not run here.`);
  process.exit(0);
}

const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const versionOf = (name) => dependencies[name].split("@").at(-1);
const binaryOf = (name) => join(folder, "node_modules", name, "bin");

/** Whether the binaries are there, in the versions that are asked for. */
const isInstalled = Object.keys(dependencies).every((name) => {
  const manifest = join(folder, "node_modules", name, "package.json");
  return (
    existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === versionOf(name)
  );
});
if (!isInstalled) {
  console.log("Installing other versions of Node …");
  const install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  if ((await run("npm", install, { cwd: folder })) !== 0) process.exit(1);
}

/** Runs all commands with one version; answers how many failed. They wait more than they work. */
async function runWith(name) {
  const bin = binaryOf(name);
  // Children that look for `node` find this one too.
  const env = { PATH: `${bin}${delimiter}${process.env.PATH}` };
  let failed = 0;
  for (const command of commands) {
    const code = await run(join(bin, "node"), command, { env, quiet: true });
    console.log(
      `${code === 0 ? "passed" : "FAILED"}  Node ${versionOf(name)}: ${command.join(" ")}`,
    );
    if (code !== 0) failed += 1;
  }
  return failed;
}

const failed = await Promise.all(Object.keys(dependencies).map(runWith));
process.exit(failed.some(Boolean) ? 1 : 0);
