import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A copy of what `npm run new` changes, with this repository's dependencies. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), "dd0c-new-"));
  made.push(folder);
  for (const path of [
    "scripts",
    "codegen/src",
    "packages/lint/src",
    "package-lock.json",
    "biome.json",
    ".gitignore",
  ])
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return folder;
}

function run(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
  });
  return { status, said: `${stdout}${stderr}` };
}

const node = process.execPath;

it.each([
  ["kind", "percentage"],
  ["emitter", "kotlin"],
  ["rule", "vague-verb"],
])("npm run new %s %s makes what the linter takes", (what, name) => {
  const folder = copy();
  const { status, said } = run(node, ["scripts/new.mjs", what, name], folder);
  expect(said).toContain("Made:");
  expect(status).toBe(0);
  const biome = join(repository, "node_modules", "@biomejs", "biome", "bin", "biome");
  const paths = ["codegen/src", "packages/lint/src/plan-rules"];
  const checked = run(node, [biome, "check", ...paths], folder);
  expect(checked).toMatchObject({ status: 0 });
});

it("says how it is called before it installs anything", () => {
  const folder = mkdtempSync(join(tmpdir(), "dd0c-new-"));
  made.push(folder);
  cpSync(join(repository, "scripts"), join(folder, "scripts"), { recursive: true });
  const { status, said } = run(node, ["scripts/new.mjs", "nonsense"], folder);
  expect(status).toBe(2);
  expect(said).toMatch(/^Usage: npm run new emitter/);
});

it("in an empty clone it installs first, and says so where that fails", () => {
  const folder = mkdtempSync(join(tmpdir(), "dd0c-new-"));
  made.push(folder);
  cpSync(join(repository, "scripts"), join(folder, "scripts"), { recursive: true });
  writeFileSync(join(folder, "package-lock.json"), "{}");
  const { status, said } = run(node, ["scripts/new.mjs", "kind", "percentage"], folder);
  expect(status).toBe(1);
  expect(said).toContain("Installing dependencies (npm ci)");
  expect(said).toContain("npm ci failed.");
  expect(said).not.toContain("at file:///");
});
