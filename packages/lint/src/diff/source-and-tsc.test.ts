import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { emitters, type ResolvedPlan } from "@dd0c/track-codegen";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { breakingRules } from "../breaking-rules/index.js";
import { plansOf } from "./example.js";
import { changesBetween, planFrom } from "./fixtures/changes-between.js";
import { callHead, type OldCall, oldCalls } from "./fixtures/old-calls.js";
import { type Edit, randomEdits } from "./fixtures/random-edits.js";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dd0c-diff-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const emitter = emitters.typescript;
const runtimes = ["browser", "node"] as const;

/** Writes a plan's clients, and calls against them: `path` → the calls, from the line after the head. */
async function writeCase(
  home: string,
  client: ResolvedPlan,
  calls: ResolvedPlan,
  files: Map<string, readonly OldCall[]>,
): Promise<void> {
  const options = emitter?.options.parse({});
  for (const { path, text } of (await emitter?.emit(client, options)) ?? [])
    put(`${home}/${path}`, text.replace(/^\/\/ @ts-nocheck.*$/m, "//"));
  for (const runtime of runtimes) {
    const isThere = client.events.some((it) => it.runtimes.includes(runtime));
    if (!isThere) continue;
    const known = oldCalls(calls, runtime);
    const module = client.products.some((it) => it.implicit)
      ? `./${runtime}.js`
      : `./shop/${runtime}.js`;
    const head = [
      `import type { Tracker } from "${module}";`,
      ...callHead,
      'declare const track: Tracker["track"];',
    ];
    const path = `${home}/calls-${runtime}.ts`;
    put(path, [...head, ...known.map(({ text }) => text), ""].join("\n"));
    files.set(path, known);
  }
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** What TypeScript 7 itself says: `path` and line of every error. */
function typeErrors(): readonly {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}[] {
  const options = {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    customConditions: ["dd0c-source"],
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
  };
  put("tsconfig.json", JSON.stringify({ compilerOptions: options, include: ["*/**/*.ts"] }));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const tsc = join(root, "node_modules/typescript-7.0/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    encoding: "utf8",
    cwd: folder,
    maxBuffer: 1 << 28,
  });
  return stdout.split("\n").flatMap((line) => {
    const [, path = "", at = "", text = ""] = /^(.+?)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
    return path === "" ? [] : [{ path: path.replaceAll("\\", "/"), line: Number(at), text }];
  });
}

const headLines = callHead.length + 2;

/** Events of which some call does not compile, by case, and what tsc says of one. */
function brokenEvents(
  files: ReadonlyMap<string, readonly OldCall[]>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { path, line, text } of typeErrors()) {
    const call = files.get(path)?.[line - headLines - 1];
    const home = path.split("/")[0] ?? "";
    if (call === undefined) throw new Error(`Not in a call: ${path}:${line} ${text}`);
    const known = found.get(home) ?? new Map<string, string>();
    found.set(home, known.set(call.event, known.get(call.event) ?? `${call.text} ${text}`));
  }
  return found;
}

/** Events whose calls are said to break: each of them where something that all calls give does. */
function saidToBreak(edit: Edit): ReadonlySet<string> {
  const changes = changesBetween(edit.base, edit.head).filter(
    ({ audiences, severity }) => audiences.includes("source") && severity === "error",
  );
  const all = edit.base.events.map(({ name }) => name);
  return new Set(
    changes.flatMap(({ subject }) => {
      if (subject.startsWith("context/")) return all;
      const event = /^events\/([^/]+)/.exec(subject)?.[1];
      return event === undefined ? [] : [event];
    }),
  );
}

/** The pages' own examples, as far as they are about events, then edits that nobody thought of. */
function cases(): readonly Edit[] {
  const written = breakingRules.flatMap(({ page }) =>
    /^B2/.test(page.id) && page.bad !== undefined ? [plansOf(page.bad)] : [],
  );
  return [
    ...written.map(({ base, head }) => ({ base: planFrom(base), head: planFrom(head) })),
    ...fc.sample(randomEdits, { numRuns: 120, seed: 20_261_115 }),
  ];
}

test("source-breaking findings are those calls that TypeScript 7 refuses, and no others", {
  timeout: 120_000,
}, async () => {
  const edits = cases();
  const files = new Map<string, readonly OldCall[]>();
  for (const [index, { base, head }] of edits.entries()) {
    await writeCase(`old${index}`, base, base, files);
    await writeCase(`new${index}`, head, base, files);
  }
  const broken = brokenEvents(files);
  const wrong: string[] = [];
  let breaks = 0;
  for (const [index, edit] of edits.entries()) {
    expect([...(broken.get(`old${index}`) ?? [])], `the calls of case ${index} compile`).toEqual(
      [],
    );
    const said = saidToBreak(edit);
    const refused = broken.get(`new${index}`) ?? new Map<string, string>();
    for (const { name } of edit.base.events) {
      if (refused.has(name)) breaks++;
      const isMissing = refused.has(name) && !said.has(name);
      const isInvented = said.has(name) && !refused.has(name);
      const lines = changesBetween(edit.base, edit.head)
        .filter(({ subject }) => subject.includes(name) || subject.startsWith("context"))
        .map(({ id, subject, message }) => `${id} ${subject} ${message}`);
      if (isMissing)
        wrong.push(`case ${index}: not found: ${refused.get(name)}\n  ${lines.join("\n  ")}`);
      if (isInvented)
        wrong.push(`case ${index}: tsc lets all calls of ${name} pass\n  ${lines.join("\n  ")}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(breaks).toBeGreaterThan(60);
});
