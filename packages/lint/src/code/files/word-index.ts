import { hashWord, wordsOf } from "./word-set.js";

/** What an earlier run knew: which words it asked for, and which of them a content holds. */
export interface KnownWords {
  readonly asked: ReadonlySet<string>;
  held(hash: string): readonly string[] | null;
}

/** A file by its path and the hash of its content. */
export interface Hashed {
  readonly file: string;
  readonly hash: string;
}

/** Answers which files hold which words, and remembers everything that was asked. */
export interface WordIndex {
  /** The wanted words that each file holds, for files that hold any. */
  holders<T extends Hashed>(
    files: Iterable<T>,
    wanted: Iterable<string>,
  ): Map<T, readonly string[]>;
  readonly asked: ReadonlySet<string>;
  /** Every asked word that a content holds. */
  held(hash: string): readonly string[];
}

/**
 * An index over contents. A content that an earlier run has seen is not read again, unless somebody
 * asks for a word that was not asked for then.
 */
export function createWordIndex(
  known: KnownWords,
  bytesOf: (file: string) => Uint8Array | null,
): WordIndex {
  const words = new Map<string, Uint32Array>();
  const held = new Map<string, string[]>();
  const asked = new Set<string>();
  const read = ({ file, hash }: Hashed): Uint32Array => {
    const before = words.get(hash);
    if (before) return before;
    const made = wordsOf(bytesOf(file) ?? new Uint8Array(0));
    words.set(hash, made);
    return made;
  };
  return {
    asked,
    held: (hash) => held.get(hash) ?? [],
    holders<T extends Hashed>(files: Iterable<T>, wanted: Iterable<string>) {
      const byHash = new Map([...wanted].map((it) => [hashWord(it), it]));
      const isKnown = [...byHash.values()].every((it) => known.asked.has(it));
      const list = new Set(byHash.values());
      for (const it of list) asked.add(it);
      const result = new Map<T, readonly string[]>();
      for (const it of files) {
        const before = isKnown ? known.held(it.hash) : null;
        const found = before ? before.filter((word) => list.has(word)) : matches(read(it), byHash);
        if (found.length === 0) continue;
        result.set(it, found);
        held.set(it.hash, [...new Set([...(held.get(it.hash) ?? []), ...found])]);
      }
      return result;
    },
  };
}

function matches(words: Uint32Array, wanted: ReadonlyMap<number, string>): string[] {
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = wanted.get(words[i] as number);
    if (word !== undefined) found.push(word);
  }
  return found;
}
