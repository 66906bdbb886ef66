// Compiles dd0c's plan with the built compiler, in memory.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../steps.mjs";

/** The resolved plan, what the compiler made of it, and how long that took. */
export async function compile() {
  const { compilePlan, emitters } = await import("../../codegen/dist/index.js");
  const started = performance.now();
  const { plan, diagnostics } = compilePlan("schema/plan.yaml", planFiles);
  if (!plan)
    throw new Error(`The plan has errors: ${diagnostics[0].message} Run: npx dd0c-track check`);
  const emit = (name, options) => emitters[name].emit(plan, emitters[name].options.parse(options));
  const clients = await emit("typescript", { checked: true });
  const schemas = await emit("json-schema", { posthog_keys: true });
  const ms = performance.now() - started;
  const isCommitted = clients.every(
    ({ path, text }) => read(join("packages/events/src", path))?.toString() === text,
  );
  const bundle = JSON.parse(schemas.find(({ path }) => path === "bundle.schema.json").text);
  return { plan, clients: clients.length, isCommitted, bundle, ms };
}

const planFiles = {
  list: (folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((path) => `${folder}/${path}`.replaceAll("\\", "/"))
      .filter((path) => /\.ya?ml$/.test(path))
      .sort(),
  read: (path) => read(path) ?? null,
};

function read(path) {
  const file = join(root, path);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
}
