// Makes the examples runnable from their TypeScript sources, in a temporary folder.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../steps.mjs";

const require = createRequire(import.meta.url);
const examples = join(root, "examples");

/** The Lambda service and the two Slack bots as modules; Bolt stays the one in node_modules. */
export async function loadServices(folder) {
  const { build } = await import("esbuild");
  const bolt = pathToFileURL(require.resolve("@slack/bolt")).href;
  await build({
    stdin: {
      contents: `
        export { createHandler } from "./lambda/src/handler.ts";
        export { createTrackers } from "./lambda/src/trackers.ts";
        export { createCostBot } from "./slack-bot/src/cost-bot.ts";
        export { createRunBot } from "./slack-bot/src/run-bot.ts";
        export { createTracker as createCostTracker } from "@dd0c/track-events/cost/node";`,
      resolveDir: examples,
      loader: "ts",
    },
    outfile: join(folder, "services.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    plugins: [
      {
        name: "bolt-stays-outside",
        setup: ({ onResolve }) =>
          onResolve({ filter: /^@slack\/bolt$/ }, () => ({ path: bolt, external: true })),
      },
    ],
  });
  return import(pathToFileURL(join(folder, "services.mjs")).href);
}

/** The browser example's scripts, as the page will load them: file name → JavaScript. */
export async function bundlePages(posthogHost, format = "esm") {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [
      ...["cost", "catalog", "pricing"].map((page) =>
        join(examples, "browser", "src", `${page}.ts`),
      ),
      join(root, "scripts", "demo", "careless.js"),
    ],
    outdir: "/",
    bundle: true,
    write: false,
    minify: true,
    format,
    target: "es2022",
    logLevel: "error",
    nodePaths: [join(root, "node_modules")],
    define: {
      "import.meta.env": JSON.stringify({
        VITE_POSTHOG_KEY: "phc_demo",
        VITE_POSTHOG_HOST: posthogHost,
      }),
    },
  });
  return new Map(outputFiles.map(({ path, text }) => [path.split(/[\\/]/).at(-1), text]));
}
