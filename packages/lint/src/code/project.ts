import type { CacheStore } from "./cache/cache-store.js";

/** What to analyse. Paths are relative to `root`, with `/`. */
export interface Project {
  /** Absolute path of the folder that spans' files are relative to. */
  readonly root: string;
  /** Files, folders or globs to analyse; everything in `root` unless given. */
  readonly include?: readonly string[];
  /** Globs whose files count as not there. */
  readonly exclude?: readonly string[];
  /** Globs of test files, on top of the usual names. */
  readonly tests?: readonly string[];
  /** Emitters that inference cannot find: relays over IPC or HTTP. */
  readonly emitters?: readonly ConfiguredEmitter[];
  /** Texts that stand for files on disk: what an editor has not saved yet. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** Where facts are kept between runs; nowhere unless given. */
  readonly cache?: CacheStore;
}

/** A function that sends events although the code does not show how. */
export interface ConfiguredEmitter {
  /** Path relative to the root, or a package's name. */
  readonly module: string;
  /** The exported name, `default`, or `Class.method`. */
  readonly export: string;
  /** Where the name is: index of the argument, or a path such as `0.event`. */
  readonly event: number | string;
  readonly properties?: number | string | null;
  readonly distinctId?: number | string | null;
  /** The name on the wire, `{0}` standing for the one in the code: `{0} - [WEB]`. */
  readonly name?: string;
}
