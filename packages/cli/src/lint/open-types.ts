import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { askTsMorph, type TsMorph, type TypeAsker } from "@dd0c/track-lint/code";
import { BadInput } from "../bad-input.js";
import { slashed } from "../workspace.js";

/** Types for `lint --types`, by the ts-morph of the code base, or by the one beside this command. */
export async function openTypes(folder: string): Promise<TypeAsker> {
  const morph = await loadTsMorph(folder);
  const pathOf = (file: string): string => slashed(join(folder, file));
  return askTsMorph(morph, { pathOf, configOf: (file) => nearestConfig(folder, file) });
}

async function loadTsMorph(folder: string): Promise<TsMorph> {
  for (const from of [join(folder, "package.json"), import.meta.url]) {
    try {
      const path = createRequire(from).resolve("ts-morph");
      const module: { readonly default?: TsMorph } & Partial<TsMorph> = await import(
        pathToFileURL(path).href
      );
      const { Project = module.default?.Project } = module;
      if (Project !== undefined) return { Project };
    } catch {
      // Not there: the next place.
    }
  }
  throw new BadInput("--types needs ts-morph, and it is not installed.", {
    help: "Run `npm install --save-dev ts-morph`. It brings its own compiler and leaves yours alone.",
  });
}

/** The `tsconfig.json` of a file: in its folder or the next one above, inside the workspace. */
function nearestConfig(folder: string, file: string): string | null {
  for (let at = dirname(file); ; at = dirname(at)) {
    const path = join(folder, at, "tsconfig.json");
    if (existsSync(path)) return path;
    if (at === "." || at === "/") return null;
  }
}
