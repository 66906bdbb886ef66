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
  const clients = await emit("typescript", {});
  const schemas = emitters["json-schema"] && (await emit("json-schema", { posthog_keys: true }));
  const ms = performance.now() - started;
  const isCommitted = clients.every(
    ({ path, text }) => read(join("packages/events/src", path))?.toString() === text,
  );
  const text = schemas?.find(({ path }) => path === "bundle.schema.json").text;
  const bundle = text ? JSON.parse(text) : namesOnly(plan);
  return { plan, clients: clients.length, isCommitted, bundle, hasTypes: text !== undefined, ms };
}

/** Without the emitter: which properties an event may have and which it must, but not their values. */
function namesOnly({ events, context, superProperties }) {
  const ambient = [...context, ...superProperties].map(({ name }) => [name, true]);
  const $defs = {};
  for (const { name, properties } of events) {
    const branch = {
      properties: Object.fromEntries([...ambient, ...properties.map((it) => [it.name, true])]),
      required: properties.filter(({ required, when }) => required && !when?.length).map((it) => it.name),
      patternProperties: { "^\\$": true },
      additionalProperties: false,
    };
    $defs[name] = { anyOf: [...($defs[name]?.anyOf ?? []), branch] };
  }
  return { $defs };
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
