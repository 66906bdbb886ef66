// `npm run docs`: the taxonomy, the guides and the reference as a static site in docs/.vitepress/dist.
//   --dev              serve it while you write
//   --preview          build it, then serve the build
//   --check            build it, then try it in a headless Chromium
//   --pictures         build it, then take the README's pictures of it
//   --base <ref>       tell what changed in the plan since a commit or tag
//   --sites <file>     where code sends events, as JSON: [{ "event": "…", "file": "…", "line": 1 }]
//   --source <address> where a place in the code is shown, with {file} and {line} in it
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build as buildPackages } from "./build.mjs";
import { compilePlanAt } from "./docs/compile-plan-at.mjs";
import { root, run } from "./steps.mjs";

const { values } = parseArgs({
  options: {
    dev: { type: "boolean" },
    preview: { type: "boolean" },
    check: { type: "boolean" },
    pictures: { type: "boolean" },
    base: { type: "string" },
    sites: { type: "string" },
    source: { type: "string" },
    port: { type: "string", default: "4173" },
  },
});
const folder = join(root, "docs");
const started = performance.now();

if (!(await buildPackages({ types: false }))) process.exit(1);
const { stage, stageWritten } = await import("./docs/stage.mjs");
try {
  await stage(await compilePlanAt(null), {
    base: values.base === undefined ? null : await compilePlanAt(values.base),
    sites: values.sites === undefined ? [] : JSON.parse(readFileSync(values.sites, "utf8")),
    source: values.source ?? null,
  });
} catch (error) {
  console.error(`The pages could not be made. ${error instanceof Error ? error.message : error}`);
  process.exit(2);
}

const vitepress = await import("vitepress");
if (values.dev) {
  const { watch } = await import("node:fs");
  const server = await vitepress.createServer(folder, {
    host: "127.0.0.1",
    port: Number(values.port),
  });
  await server.listen();
  server.printUrls();
  for (const written of ["guides", "reference", "decisions"])
    watch(join(folder, written), { persistent: false }, () => stageWritten());
} else {
  try {
    await vitepress.build(folder);
  } catch (error) {
    console.error(`The site could not be built. ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`✓ docs/.vitepress/dist in ${seconds} s`);
  if (values.check)
    process.exitCode = await run(process.execPath, [
      "--test",
      "scripts/docs/stage.test.mjs",
      "scripts/docs/site.test.mjs",
    ]);
  if (values.pictures) {
    const { takePictures } = await import("./docs/pictures.mjs");
    await takePictures(join(folder, ".vitepress", "dist"));
  }
  if (values.preview) {
    const { serveFolder } = await import("./docs/serve-folder.mjs");
    const { url } = await serveFolder(join(folder, ".vitepress", "dist"), Number(values.port));
    console.log(`${url} (end it with Ctrl C)`);
  }
}
