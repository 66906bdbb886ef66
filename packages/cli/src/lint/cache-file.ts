import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CacheStore, cacheFolder } from "@dd0c/track-lint/code";
import { writeCache } from "../write.js";

/** Where facts about code are kept between runs: with other tools' caches, out of git's sight. */
export function cacheFile(folder: string): CacheStore {
  const path = join(folder, cacheFolder, "facts");
  return {
    read: () => {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return null;
      }
    },
    write: (text) => writeCache(path, text),
  };
}
