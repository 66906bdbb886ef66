import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { WantedFile } from "./write-plan.js";

/** Imports stand at a file's top; what comes after this many characters is events. */
const head = 4000;

const imported = /^(?:import\b.*|\}) from "((?:@[\w-]+\/)?[\w-]+)[\w/.-]*";$/gm;

/**
 * Packages that generated TypeScript imports and that are not installed where it lies. Without them
 * TypeScript takes every call for right: generated files are not checked, and what is missing is `any`.
 */
export function notInstalled(folder: string, files: readonly WantedFile[]): readonly string[] {
  // Yarn's Plug'n'Play has no folders to look into.
  if (Object.hasOwn(process.versions, "pnp") || existsSync(join(folder, ".pnp.cjs"))) return [];
  const missing = new Set<string>();
  const known = new Set<string>();
  for (const { path, text } of files) {
    if (!path.endsWith(".ts")) continue;
    const places = createRequire(join(folder, path)).resolve.paths("x") ?? [];
    for (const [, name = ""] of text.slice(0, head).matchAll(imported)) {
      const key = `${places[0]} ${name}`;
      if (known.has(key)) continue;
      known.add(key);
      if (!places.some((place) => existsSync(join(place, name)))) missing.add(name);
    }
  }
  return [...missing].sort();
}
