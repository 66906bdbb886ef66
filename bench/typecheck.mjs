// What a generated client of 1,000 events costs `tsc --noEmit`, alone and with 1,000 calls, beside other
// shapes of the same client: one generic `track(name, properties)`, and overloads as PostHog generates.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { interleaved, measure, table } from "./measure.mjs";

const count = 1000;
const compilers = { 5.9: "typescript", "7.0": "typescript-7.0" };

/** Measures every shape with every compiler; `client` is the generated file's text. */
export async function typecheck({ root, folder, client, rounds = 3 }) {
  mkdirSync(folder, { recursive: true });
  const shapes = {
    empty: { "empty.ts": "export {};\n" },
    "ours, client alone": { "client.ts": client },
    "ours, 1,000 calls": {
      "client.ts": client,
      "calls.ts": calls(
        (index) => `track.area${index % 20}.thing${index}.completed(${properties(index)});`,
        bound,
      ),
    },
    "generic track(name, props), alone": { "client.ts": mapClient(client) },
    "generic track(name, props), 1,000 calls": {
      "client.ts": mapClient(client),
      "calls.ts": calls(
        (index) => `track("area${index % 20}.thing${index}.completed", ${properties(index)});`,
        plain,
      ),
    },
    "overloads (PostHog's shape), alone": { "client.ts": overloads(client) },
    "overloads (PostHog's shape), 1,000 calls": {
      "client.ts": overloads(client),
      "calls.ts": calls(
        (index) => `track("area${index % 20}.thing${index}.completed", ${properties(index)});`,
        plain,
      ),
    },
  };
  const rows = [];
  for (const [version, name] of Object.entries(compilers)) {
    const contestants = Object.entries(shapes).map(([shape, files]) => {
      const project = join(folder, `${version}-${shape.replace(/[^a-z0-9]+/gi, "-")}`);
      mkdirSync(project, { recursive: true });
      for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text);
      writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config(root)));
      return () =>
        measure(process.execPath, [join(root, "node_modules", name, "bin", "tsc"), "-p", project]);
    });
    const results = await interleaved(rounds, contestants);
    for (const [index, shape] of Object.keys(shapes).entries()) {
      const { cpu, wall, memory } = results[index];
      rows.push([
        shape,
        version,
        cpu.toFixed(2),
        `+${(cpu - results[0].cpu).toFixed(2)}`,
        `+${(wall - results[0].wall).toFixed(2)}`,
        memory.toFixed(0),
      ]);
    }
  }
  return table(
    [
      `${count.toLocaleString("en")} events × 8 properties`,
      "TypeScript",
      "CPU s",
      "CPU over empty",
      "wall over empty",
      "peak MB",
    ],
    rows,
  );
}

const bound =
  'import { createTracker } from "./client.js";\nconst { track } = createTracker({}).forTenant("t");\n';
const plain = 'import { track } from "./client.js";\n';

function calls(line, head) {
  return head + Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

const properties = (index) => `{ part0: "a", part1: "first_${index % 7}", part4_ms: 12, part2: 3 }`;

/** The same interfaces behind one generic function. */
function mapClient(client) {
  const types = client.slice(
    client.indexOf("/** The properties of every event"),
    client.indexOf("/** Bound once"),
  );
  return `type Hashed<C extends string> = string & { c: C };\n${types}\nexport declare function track<Name extends keyof Events>(name: Name, properties: Events[Name]): void;\n`;
}

/** The same interfaces behind an overload for known names and one for all others. */
function overloads(client) {
  const types = client.slice(
    client.indexOf("/** The properties of every event"),
    client.indexOf("/** Bound once"),
  );
  return `type Hashed<C extends string> = string & { c: C };\n${types}\nexport declare function track<Name extends keyof Events>(name: Name, properties: Events[Name] & Record<string, any>): void;\nexport declare function track<Name extends string>(name: Name extends keyof Events ? never : Name, properties?: Record<string, any>): void;\n`;
}

function config(root) {
  const packages = join(root, "packages");
  return {
    compilerOptions: {
      target: "ES2022",
      lib: ["ES2022", "DOM"],
      module: "ESNext",
      moduleResolution: "Bundler",
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      paths: {
        "@dd0c/track-core/generated": [join(packages, "core/dist/generated.d.ts")],
        "@dd0c/track-browser": [join(packages, "browser/dist/index.d.ts")],
      },
    },
    include: ["*.ts"],
  };
}
