// Everything in the guides that a reader may copy is run: files are written, commands executed in order
// and their output compared, TypeScript type-checked, and what is called `.test.ts` is run.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "packages", "cli", "bin", "dd0c-track.js");
const home = mkdtempSync(join(tmpdir(), "dd0c-guides-"));
const guides = ["quick-start", "design-a-plan", "server", "slack-bot", "pii", "live-check"];

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A fenced block, with the path that its first line names as a comment. */
interface Block {
  readonly language: string;
  readonly text: string;
  readonly path: string | null;
}

function blocksOf(guide: string): readonly Block[] {
  const markdown = readFileSync(join(root, "docs", "guides", `${guide}.md`), "utf8");
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => {
    const [, path = null] = /^(?:\/\/|#) (\S+\.\w+)\n/.exec(text) ?? [];
    return { language, text, path };
  });
}

describe.each(guides)("docs/guides/%s.md", (guide) => {
  const folder = join(home, guide, "shop");
  const blocks = blocksOf(guide);

  test("every command does what the guide says", () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
    for (const [index, block] of blocks.entries()) {
      if (block.path !== null) write(folder, block.path, block.text);
      if (block.language !== "sh") continue;
      const next = blocks[index + 1];
      const wanted = next?.language === "text" ? next.text.trim().split("\n") : [];
      const isRefused = wanted.some((line) => line.startsWith("error["));
      const output = block.text
        .trim()
        .split("\n")
        .map((line) => run(line, folder, isRefused ? 1 : 0))
        .join("");
      for (const line of wanted) expect(output).toContain(line);
    }
    expect(blocks.every(({ language, path }) => !/^(ts|yaml)$/.test(language) || path)).toBe(true);
  });

  test("every line of TypeScript compiles, strictly", () => {
    const files = blocks.flatMap(({ path }) => (path?.endsWith(".ts") ? [join(folder, path)] : []));
    const program = ts.createProgram(files, {
      strict: true,
      noEmit: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: ["node"],
      typeRoots: [join(root, "node_modules", "@types")],
      customConditions: ["dd0c-source"],
    });
    const messages = ts
      .getPreEmitDiagnostics(program)
      .filter(({ file }) => file?.fileName.startsWith(folder) ?? true)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(messages).toEqual([]);
  });

  test("its tests pass", async () => {
    const tests = blocks.flatMap(({ path }) => (path?.endsWith(".test.ts") ? [path] : []));
    for (const path of tests) {
      const outfile = join(folder, "built", path.replace(/\.ts$/, ".mjs"));
      await build({
        entryPoints: [join(folder, path)],
        outfile,
        bundle: true,
        platform: "node",
        format: "esm",
        conditions: ["dd0c-source"],
        logLevel: "silent",
      });
      expect(run(`node --test ${outfile}`, folder, 0)).toMatch(/# pass [1-9]/);
    }
  });
});

test("every guide that is written here is in the list, or has a test of its own", () => {
  const others = ["breaking-changes.md", "browser.md", "ci-gate.md", "migration.md"];
  const known = [...guides.map((guide) => `${guide}.md`), ...others];
  const there = readdirSync(join(root, "docs", "guides")).filter((file) => file.endsWith(".md"));
  expect(there.filter((file) => !known.includes(file))).toEqual([]);
});

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Runs a line of a guide: our command, `node`, or an `npm install` of packages that there are. */
function run(line: string, cwd: string, wanted: number): string {
  const [program = "", ...args] = line.split(" ");
  if (line.startsWith("npm install ")) return expectPackages(args.slice(1));
  const [file, given] =
    program === "npx" && args[0] === "dd0c-track"
      ? [command, args.slice(1)]
      : program === "node"
        ? [args[0] ?? "", args.slice(1)]
        : [null, []];
  if (file === null) throw new Error(`A guide says \`${line}\`, which this test does not know.`);
  const env = { ...process.env, NO_COLOR: "1", GITHUB_ACTIONS: "", NODE_OPTIONS: "" };
  const done = spawnSync(process.execPath, [file, ...given], {
    cwd,
    env,
    encoding: "utf8",
    timeout: 15_000,
  });
  const output = `${done.stdout}${done.stderr}`;
  expect(`${line} → ${done.status}\n${output}`).toBe(`${line} → ${wanted}\n${output}`);
  return output;
}

function expectPackages(args: readonly string[]): string {
  for (const name of args.filter((arg) => !arg.startsWith("-")))
    expect([name, existsSync(join(root, "node_modules", name, "package.json"))]).toEqual([
      name,
      true,
    ]);
  return "";
}
