// What the lint of a code base costs, beside reading it, parsing all of it, ts-morph with types, and
// eslint with one syntactic rule: 5,000 files and a million lines in the proportions of a census.
// Each figure is a process of its own; CPU seconds are the figure, since the machine may be busy.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { measure, table } from "./measure.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** What a run may cost, from issue 4. */
const BARS = { coldCpu: 3, coldMemory: 400, warmCpu: 0.6, timesReading: 20, timesLess: 10 };

/** Measures all contestants, and answers a table and the ratios. Throws where sites are missed. */
export async function lint({ root, folder }) {
  const { writeCodeBase } = await import("./lint-code-base.mjs");
  const base = join(folder, "code-base");
  const expected = [...writeCodeBase(base).keys()].sort();
  const cache = join(folder, "lint-cache");
  const program = (name, text) => {
    const file = join(root, "node_modules", ".cache", `dd0c-bench-${name}.mjs`);
    writeFileSync(file, text);
    return file;
  };
  const engine = pathToFileURL(join(root, "packages/lint/dist/code.js")).href;
  const ours = program(
    "lint",
    `import { analyse, diskStore } from ${JSON.stringify(engine)};
const [root, folder] = process.argv.slice(2);
const { sites, files } = analyse(folder ? { root, cache: diskStore(folder) } : { root });
const names = [...new Set(sites.flatMap((it) => it.event.names.map((n) => n.name)))].sort();
console.log(JSON.stringify({ names, sites: sites.length, files }));`,
  );
  const node =
    (file, ...args) =>
    () =>
      measure(process.execPath, [file, ...args], { cwd: root });
  const contestants = {
    reading: node(program("read", READ), base),
    cold: node(ours, base),
    // The first of these fills the cache, which the rounds after it find.
    warm: node(ours, base, cache),
    parsing: node(program("parse", PARSE), base),
  };
  const edited = async () => {
    writeFileSync(join(base, "src/edited.ts"), `export const edited = ${Math.random()};\n`);
    return node(ours, base, cache)();
  };
  const runs = {};
  await contestants.warm();
  for (const [name, run] of Object.entries({ ...contestants, edited }))
    runs[name] = await median(run);
  // Minutes each: once is enough to tell tenfold.
  runs.tsMorph = await node(program("ts-morph", TS_MORPH), base)();
  runs.eslint = await measure(
    process.execPath,
    ["--max-old-space-size=6144", program("eslint", ESLINT), base],
    { cwd: root },
  );
  const { names, sites, files } = JSON.parse(runs.cold.output);
  if (JSON.stringify(names) !== JSON.stringify(expected))
    throw new Error(`The lint found ${names.length} of ${expected.length} events.`);
  const row = (title, it, note) => [
    title,
    it.cpu.toFixed(2),
    it.wall.toFixed(2),
    it.memory.toFixed(0),
    note,
  ];
  const times = runs.cold.cpu / runs.reading.cpu;
  const less = runs.tsMorph.cpu / runs.cold.cpu;
  const bars = [
    ["cold, CPU s", runs.cold.cpu.toFixed(2), `≤ ${BARS.coldCpu}`, runs.cold.cpu <= BARS.coldCpu],
    [
      "cold, MB",
      runs.cold.memory.toFixed(0),
      `≤ ${BARS.coldMemory}`,
      runs.cold.memory <= BARS.coldMemory,
    ],
    ["warm, CPU s", runs.warm.cpu.toFixed(2), `≤ ${BARS.warmCpu}`, runs.warm.cpu <= BARS.warmCpu],
    [
      "cold beside reading",
      `${times.toFixed(1)} ×`,
      `≤ ${BARS.timesReading} ×`,
      times <= BARS.timesReading,
    ],
    [
      "ts-morph with types beside cold",
      `${less.toFixed(1)} ×`,
      `≥ ${BARS.timesLess} ×`,
      less >= BARS.timesLess,
    ],
  ];
  return [
    `${files.listed.toLocaleString("en")} files, ${Math.round(files.bytes / 1e6)} MB; ${sites} sites and ${names.length} events, all found. Medians of ${ROUNDS}; ts-morph and eslint once.`,
    table(
      ["", "CPU s", "wall s", "peak MB", ""],
      [
        row("reading every file", runs.reading, "the floor"),
        row("**lint, cold**", runs.cold, `${files.parsed} files parsed`),
        row("**lint, nothing changed**", runs.warm, "cache"),
        row("**lint, one file changed**", runs.edited, "cache"),
        row("oxc-parser, every file", runs.parsing, "no linking"),
        row("ts-morph 28, types of all tracking calls", runs.tsMorph, "finds calls by name"),
        row("eslint 10, one syntactic rule", runs.eslint, 'finds `capture("…")` only'),
      ],
    ),
    table(
      ["bar", "measured", "wanted", ""],
      bars.map(([a, b, c, ok]) => [a, b, c, ok ? "held" : "**missed**"]),
    ),
  ].join("\n\n");
}

async function median(run) {
  const list = [];
  for (let round = 0; round < ROUNDS; round++) list.push(await run());
  return list.sort((a, b) => a.cpu - b.cpu)[Math.floor(list.length / 2)];
}

const FILES = `import { readFileSync, readdirSync } from "node:fs";
const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((it) => it.isFile() && /\\.tsx?$/.test(it.name))
  .map((it) => it.parentPath + "/" + it.name);
`;
const READ = `${FILES}
let bytes = 0;
for (const it of files) bytes += readFileSync(it).length;
console.log(bytes);`;
const PARSE = `${FILES}
import { parseSync } from "oxc-parser";
let nodes = 0;
for (const it of files) nodes += parseSync(it, readFileSync(it, "utf8")).program.body.length;
console.log(nodes);`;
const TS_MORPH = `import { Project, SyntaxKind } from "ts-morph";
const [folder] = process.argv.slice(2);
const project = new Project({ tsConfigFilePath: folder + "/tsconfig.json" });
let found = 0;
for (const file of project.getSourceFiles())
  for (const call of file.getDescendantsOfKind(SyntaxKind.CallExpression)) {
    const text = call.getExpression().getText();
    if (!/(capture|track)$/.test(text)) continue;
    const [first, second] = call.getArguments();
    const type = first?.getType();
    if (type?.isStringLiteral() || type?.isUnion()) found++;
    second?.getType().getProperties();
  }
console.log(found);`;
const ESLINT = `import { ESLint } from "eslint";
import parser from "@typescript-eslint/parser";
const [folder] = process.argv.slice(2);
const rule = {
  create: (context) => ({
    'CallExpression[callee.property.name="capture"] > Literal:first-child': (node) => context.report({ node, message: "event" }),
  }),
};
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: [{ files: ["**/*.ts", "**/*.tsx"], languageOptions: { parser }, plugins: { t: { rules: { event: rule } } }, rules: { "t/event": "error" } }],
});
const results = await eslint.lintFiles(["src"]);
console.log(results.reduce((sum, it) => sum + it.messages.length, 0));`;
