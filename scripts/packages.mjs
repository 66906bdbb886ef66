// Packs each package as npm would and lets publint and attw (are the types wrong?) judge the tarball.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run, tool } from "./steps.mjs";

const folders = [
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
];
const target = mkdtempSync(join(tmpdir(), "dd0c-packages-"));
let failed = 0;
try {
  for (const folder of folders) {
    const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const tarball = join(
      target,
      `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`,
    );
    const packed = await run("npm", ["pack", "--silent", "--pack-destination", target], {
      cwd: join(root, folder),
      quiet: true,
    });
    const isCommand = manifest.bin !== undefined;
    const hasCommonJs = JSON.stringify(manifest.exports).includes('"require"');
    const published = await tool("publint", ["run", tarball, "--strict"], { quiet: true });
    // A command exports nothing to type; a package that is ESM only says so by leaving CommonJS out.
    const profile = hasCommonJs ? ["--profile", "node16"] : ["--profile", "esm-only"];
    const typed = isCommand
      ? 0
      : await tool("attw", [tarball, ...profile, "--format", "ascii"], { quiet: true });
    const isGood = packed === 0 && published === 0 && typed === 0;
    if (!isGood) failed += 1;
    console.log(`${isGood ? "passed" : "FAILED"}  ${manifest.name}`);
  }
} finally {
  rmSync(target, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
