import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

const home = join(import.meta.dirname, "..");

/** Below the package, as `dist` is, so that the version is found. */
export const mainFile: string = join(home, ".cache", `main-${process.pid}.js`);

const folders: string[] = [];

/** Builds the command once for a test file, and cleans up after it. */
export function withCli(): void {
  beforeAll(async () => {
    await build({
      entryPoints: [join(home, "src/main.ts")],
      outfile: mainFile,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      conditions: ["dd0c-source"],
      external: ["json-schema-to-typescript", "oxc-parser", "ts-morph"],
      banner: {
        js: 'import { createRequire as ownRequire } from "node:module"; const require = ownRequire(import.meta.url);',
      },
      logLevel: "error",
    });
  });
  afterAll(() => {
    rmSync(mainFile, { force: true });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
}

/** What a command came to. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `dd0c-track` in a folder, on no terminal. */
export function cli(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [mainFile, ...args], {
    cwd: folder,
    env: { PATH, HOME, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A temporary folder with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dd0c-cli-"));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Every file below a folder with its text, sorted; what tests compare before and after. */
export function textsBelow(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}

/** A plan that is fine. */
export const goodPlan = `plan: shop
version: 1.2.3
products: { shop: {} }
runtimes: [node]
events:
  order_paid:
    description: Money arrived.
    properties:
      amount: { type: number, required: always, description: How much. }
  order_refunded:
    description: Money went back.
`;

/** The same plan with one error, on line 9. */
export const badPlan: string = goodPlan.replace("type: number", "type: numbr");

/** A config that makes typed clients of `plan.yaml` in `out`. */
export const config = `plan: plan.yaml
outputs:
  - emitter: typescript
    to: out
`;
