// Builds every package into its dist/. What to build stands in each package.json: the `dd0c-source`
// entries of its exports, or src/main.ts for a command. A package whose sources did not change is skipped.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { filesBelow, hashOf, root } from "./steps.mjs";

const packages = [
  "packages/core",
  "packages/browser",
  "packages/node",
  "packages/slack",
  "packages/proxy",
  "packages/events",
  "codegen",
  "packages/lint",
  "packages/eslint-plugin",
  "packages/live",
  "packages/cli",
];

/** Builds what is stale. `types: false` leaves the .d.ts files out, which take most of the time. */
export async function build({ types = true } = {}) {
  const { build: tsup } = await import("tsup");
  const shared = hashOf(filesBelow("tsconfig.base.json", "scripts/build.mjs", "package-lock.json"));
  // A package is stale when its own sources changed, or those of one before it.
  let inherited = shared;
  for (const folder of packages) {
    const sources = hashOf(
      filesBelow(`${folder}/src`, `${folder}/package.json`, `${folder}/tsconfig.json`),
    );
    inherited = createHash("sha256").update(inherited).update(sources).digest("hex");
    const stamp = join(root, "node_modules", ".cache", "dd0c-build", folder.replaceAll("/", "-"));
    const done = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
    const isThere = existsSync(join(root, folder, "dist"));
    if (isThere && (done === `${inherited} types` || (!types && done === `${inherited} code`)))
      continue;
    const started = performance.now();
    await tsup(options(folder, types));
    mkdirSync(join(stamp, ".."), { recursive: true });
    writeFileSync(stamp, `${inherited} ${types ? "types" : "code"}`);
    console.log(`Built ${folder} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return true;
}

function options(folder, types) {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const entry = entriesOf(folder, manifest);
  const isCommand = manifest.bin !== undefined;
  const hasCommonJs = Object.values(manifest.exports).some(
    (it) => typeof it === "object" && "require" in it,
  );
  return {
    entry,
    outDir: join(root, folder, "dist"),
    tsconfig: join(root, folder, "tsconfig.json"),
    format: hasCommonJs ? ["esm", "cjs"] : ["esm"],
    target: "node20",
    platform: isForPages(folder) ? "neutral" : "node",
    dts: types && !isCommand ? { compilerOptions: { composite: false, noEmit: false } } : false,
    clean: true,
    splitting: true,
    treeshake: false,
    silent: true,
    config: false,
    ...(isCommand ? command : { external: dependenciesOf(manifest) }),
    esbuildOptions(esbuild) {
      esbuild.conditions = isCommand ? ["dd0c-source"] : [];
      // Left as literals: esbuild would make some of them anew at each use, for engines of before 2020.
      esbuild.supported = { "regexp-unicode-property-escapes": true };
      // What a page carries has its limits written in: bundlers of hosts only do that to sources.
      esbuild.minifySyntax = isForPages(folder);
    },
  };
}

/** Whether pages carry it. */
function isForPages(folder) {
  return folder.endsWith("browser") || folder.endsWith("core");
}

/** A command carries what it needs along: it reads a few files at each start, and not a few hundred. */
const command = {
  noExternal: [/^@dd0c\//, "zod", "yaml", "commander", "picocolors"],
  // Native bindings stay packages of their own; the rest is work for the few that need it.
  // Half a second's work for the few plans with raw JSON Schemas; it brings a formatter along.
  external: ["json-schema-to-typescript", "oxc-parser", "ts-morph", /^@duckdb\//],
  // Some of what comes along still says `require` for Node's own modules.
  banner: {
    js: 'import { createRequire as ownRequire } from "node:module"; const require = ownRequire(import.meta.url);',
  },
};

function dependenciesOf(manifest) {
  return Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
}

function entriesOf(folder, manifest) {
  if (manifest.bin !== undefined) return { main: join(root, folder, "src/main.ts") };
  const entries = {};
  for (const target of Object.values(manifest.exports)) {
    const source = typeof target === "object" ? target["dd0c-source"] : undefined;
    if (source === undefined) continue;
    const files = source.includes("*")
      ? filesBelow(`${folder}/src`).filter((file) => file.endsWith(".ts"))
      : [join(root, folder, source)];
    for (const file of files)
      entries[relative(join(root, folder, "src"), file).replace(/\.ts$/, "")] = file;
  }
  return entries;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
