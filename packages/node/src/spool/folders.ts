import { join } from "node:path";
import type { Disk } from "./disk";
import { folderName, isLeft, type Life, type Owner } from "./owner";

/**
 * The folders of segments that are this process's: its own, and those it took over. Whose a folder
 * is stands in its name, so that renaming it, which only one can do, takes it over.
 */
export interface Folders {
  /** The folder for new segments, made at the first call. Throws as the disk does. */
  own(): string;
  /** Takes over the folders whose owners are dead, and answers their new paths. */
  adopt(): readonly string[];
  /** Says that the owner lives; answers the folders that somebody took meanwhile. */
  beat(): readonly string[];
  /** Deletes a folder that was taken over and has nothing left in it. */
  drop(path: string): void;
  /** Deletes the empty folders and leaves the others to whoever comes. */
  release(): void;
}

/** What `createFolders` needs to know. */
export interface FoldersOptions {
  readonly disk: Disk;
  /** The folder that the host names; processes of all kinds may share it. */
  readonly root: string;
  /** Whose events these are: 8 hexadecimal digits. Folders of other scopes are let be. */
  readonly scope: string;
  readonly self: Owner;
  life(owner: Owner): Life;
  now(): number;
}

/** The folders of one spool. */
export function createFolders({ disk, root, scope, self, life, now }: FoldersOptions): Folders {
  const ours = new Set<string>();
  let own: string | undefined;

  function attempt<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch {
      return undefined;
    }
  }

  function take(from: string): string | undefined {
    const to = join(root, folderName(scope, self));
    const isTaken = attempt(() => {
      disk.rename(join(root, from), to);
      return true;
    });
    if (!isTaken) return undefined;
    ours.add(to);
    attempt(() => disk.touch(to));
    return to;
  }

  return {
    own() {
      if (own) return own;
      const path = join(root, folderName(scope, self));
      disk.makeFolder(path);
      ours.add(path);
      own = path;
      return path;
    },
    adopt() {
      const names = attempt(() => disk.list(root)) ?? [];
      return names.flatMap((name) => {
        const silence = (): number =>
          now() - (attempt(() => disk.touched(join(root, name))) ?? now());
        const path = isLeft(name, scope, life, silence) ? take(name) : undefined;
        return path ?? [];
      });
    },
    beat() {
      const lost: string[] = [];
      for (const path of ours)
        try {
          disk.touch(path);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== "ENOENT") continue;
          ours.delete(path);
          if (path === own) own = undefined;
          lost.push(path);
        }
      return lost;
    },
    drop(path) {
      if (path !== own && attempt(() => disk.removeFolder(path) ?? true)) ours.delete(path);
    },
    release() {
      for (const path of ours) {
        const isEmpty = attempt(() => disk.list(path))?.length === 0;
        attempt(() => {
          if (isEmpty) disk.removeFolder(path);
          else disk.rename(path, join(root, folderName(scope, undefined)));
        });
      }
      ours.clear();
      own = undefined;
    },
  };
}
