import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { didYouMean, type Emitter, emitters, finding } from "@dd0c/track-codegen";
import { BadInput } from "./bad-input.js";
import type { Output } from "./config.js";
import type { Workspace } from "./workspace.js";

/** The emitter that an output names: a built-in one, or what a module of the workspace exports. */
export async function loadEmitter(output: Output, workspace: Workspace): Promise<Emitter> {
  const name = output.emitter;
  const known = Object.hasOwn(emitters, name) ? emitters[name] : undefined;
  if (known !== undefined) return known;
  const file = moduleFile(name, workspace.folder);
  if (file === null) throw unknownEmitter(output, workspace);
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const exported = [module.default, module.emitter, ...Object.values(module)].find(isEmitter);
  if (exported !== undefined) return exported;
  throw inConfig(output, workspace, `${name} exports no emitter.`, {
    help: "An emitter has a `name`, `options` and `emit`; see the type `Emitter`.",
  });
}

function isEmitter(value: unknown): value is Emitter {
  if (typeof value !== "object" || value === null) return false;
  const { name, emit, options } = value as Partial<Record<keyof Emitter, unknown>>;
  return typeof name === "string" && typeof emit === "function" && typeof options === "object";
}

function unknownEmitter(output: Output, workspace: Workspace): BadInput {
  const names = Object.keys(emitters);
  const help =
    didYouMean(output.emitter, names) ??
    `Built in are ${names.join(", ")}. Others are packages, or paths such as ./tools/kotlin.js.`;
  return inConfig(output, workspace, `There is no emitter "${output.emitter}".`, { help });
}

function inConfig(
  { span }: Output,
  { config, folder }: Workspace,
  message: string,
  more: { readonly help: string },
): BadInput {
  return new BadInput("The config makes no sense yet.", {
    diagnostics: [finding("emitter-unknown", span, message, more)],
    sources: new Map(config === null ? [] : [[config.path, config]]),
    folder,
  });
}

/** The file behind a path or a package's name, as seen from the workspace. */
function moduleFile(name: string, folder: string): string | null {
  if (/^(\.{0,2}\/|[A-Za-z]:)/.test(name)) {
    const path = join(name.startsWith(".") ? folder : "", name);
    return existsSync(path) ? path : null;
  }
  try {
    return createRequire(join(folder, "package.json")).resolve(name);
  } catch {
    return esModule(name, folder);
  }
}

/** A package that offers only `import`: its entry, from its package.json. */
function esModule(name: string, folder: string): string | null {
  const path = join(folder, "node_modules", name, "package.json");
  if (existsSync(path)) {
    const { exports } = JSON.parse(readFileSync(path, "utf8")) as { readonly exports?: unknown };
    const entry = entryOf(exports);
    return entry === null ? null : join(dirname(path), entry);
  }
  return dirname(folder) === folder ? null : esModule(name, dirname(folder));
}

function entryOf(exports: unknown): string | null {
  if (typeof exports === "string") return exports;
  if (typeof exports !== "object" || exports === null) return null;
  const {
    ".": main,
    node,
    import: imported,
    default: otherwise,
  } = exports as Record<string, unknown>;
  for (const target of [main, node, imported, otherwise]) {
    const entry = entryOf(target);
    if (entry !== null) return entry;
  }
  return null;
}
