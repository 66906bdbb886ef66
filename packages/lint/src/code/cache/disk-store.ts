import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CacheStore } from "./cache-store.js";

/** Where facts are kept unless said otherwise. */
export const cacheFolder = "node_modules/.cache/dd0c-track";

/**
 * One file on disk. Written beside itself and moved, so that runs at the same time see the old text or
 * the new one, never a half.
 */
export function diskStore(folder: string): CacheStore {
  const file = join(folder, "facts");
  return {
    read() {
      try {
        return readFileSync(file, "utf8");
      } catch {
        return null;
      }
    },
    write(text) {
      const beside = `${file}.${process.pid}`;
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(beside, text, "utf8");
        renameSync(beside, file);
      } catch {
        remove(beside);
      }
    },
  };
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // There is nothing where nothing can be.
  }
}
