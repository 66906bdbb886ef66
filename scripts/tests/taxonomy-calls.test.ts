// The calls in the taxonomy can be copied: each is type-checked against the client of its product and runtime.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = join(root, "docs", "taxonomy", "events");
const home = mkdtempSync(join(tmpdir(), "dd0c-calls-"));

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A call of a page, and the client that it is for. */
interface Call {
  readonly page: string;
  readonly client: string;
  readonly text: string;
}

/** The calls of a page: one section for each version of the event, one block for each way of calling. */
function callsOf(page: string): readonly Call[] {
  const sections = readFileSync(join(pages, page), "utf8").split(/^## (?=(?:<a [^\n]*<\/a>)?In )/m);
  return sections.flatMap((section) => {
    const [, product] = /^ {4}"product": "(.+)"/m.exec(section) ?? [];
    const [, from = ""] = / · from ([a-z, ]+) · /.exec(section) ?? [];
    const blocks = [...section.matchAll(/(?:^In ([^\n]+):\n\n)?^```ts\n(.*?)^```/gms)];
    return blocks.flatMap(([, named = from, text = ""]) =>
      named.split(/, | and /).map((runtime) => ({ page, client: `${product}/${runtime}`, text })),
    );
  });
}

test("every call of every event compiles in each of its runtimes", () => {
  const calls = readdirSync(pages).flatMap(callsOf);
  expect(calls.length).toBeGreaterThan(120);
  const clients = new Set(calls.map(({ client }) => client));
  expect(clients).toContain("cost/slack");
  symlinkSync(join(root, "node_modules"), join(home, "node_modules"), "dir");
  const files = [...clients].map((client) => write(client, calls));
  const wrong = join(home, "wrong.ts");
  writeFileSync(wrong, `${head("cost/node")}track.cost.anomaly.alerted({ severity: "odd" });\n`);
  const program = ts.createProgram([...files, wrong], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
    typeRoots: [join(root, "node_modules", "@types")],
    customConditions: ["dd0c-source"],
  });
  const findings = ts.getPreEmitDiagnostics(program).flatMap(({ file, messageText, start = 0 }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    if (file === undefined || !file.fileName.startsWith(home)) return [];
    const line = file.text.slice(0, start).split("\n").length;
    return [`${file.fileName.slice(home.length + 1)}:${line} ${text}`];
  });
  // What is wrong is found, so what is not found is right.
  expect(findings.filter((finding) => finding.startsWith("wrong.ts"))).not.toEqual([]);
  expect(findings.filter((finding) => !finding.startsWith("wrong.ts"))).toEqual([]);
}, 60_000);

function head(client: string): string {
  return `import type { Hashed } from "@dd0c/track-core/generated";
import type { BoundTracker } from "@dd0c/track-events/${client}";
declare const track: BoundTracker["track"];
`;
}

/** A module with every call of a client; what a server hashed for a page is there to be passed. */
function write(client: string, calls: readonly Call[]): string {
  const own = calls
    .filter((call) => call.client === client)
    .map(({ page, text }) => `// ${page}\n${text}`);
  const text = own.join("\n");
  const hashed = [...text.matchAll(/(hashed\w+), \/\/ tracker\.hash\("(\w+)"/g)];
  const given = new Map(hashed.map(([, name = "", of = ""]) => [name, of]));
  const declared = [...given].map(([name, of]) => `declare const ${name}: Hashed<"${of}">;\n`);
  const file = join(home, `${client.replace("/", "-")}.ts`);
  writeFileSync(file, `${head(client)}${declared.join("")}\n${text}`);
  return file;
}
