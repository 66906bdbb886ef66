import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Skipped } from "./analysis.js";
import type { FactsCache } from "./cache/facts-cache.js";
import type { Facts } from "./facts/facts.js";
import { readFacts } from "./facts/read-facts.js";
import { scriptOf } from "./files/script-of.js";
import { isTooDeep } from "./files/too-deep.js";
import { wordsOf } from "./files/word-set.js";

/** Larger files are data or bundles. */
const LARGEST = 1_500_000;
/** From this size on, lines as long as this on average were written by no person. */
const MINIFIED_FROM = 30_000;
const LONGEST_LINE = 500;

/** A file that was looked at: which identifiers it can hold, and its facts when they are asked for. */
export interface CodeFile {
  readonly file: string;
  readonly words: Uint32Array;
  readonly hash: string;
  readonly size: number;
}

/** The files of a code base, read as little as possible. */
export interface CodeBase {
  readonly skipped: Skipped[];
  /** Reads a file's bytes for its words; null where it is left out. */
  look(file: string): CodeFile | null;
  facts(file: CodeFile): Facts | null;
  text(file: string): string | null;
  counts: { parsed: number; cached: number; bytes: number };
}

/** Reads files from disk, or from texts that stand for them. */
export function createCodeBase(
  root: string,
  overlay: ReadonlyMap<string, string>,
  cache: FactsCache,
): CodeBase {
  const skipped: Skipped[] = [];
  const counts = { parsed: 0, cached: 0, bytes: 0 };
  const bytesOf = (file: string): Buffer | null => {
    const text = overlay.get(file);
    if (text !== undefined) return Buffer.from(text, "utf8");
    try {
      return readFileSync(join(root, file));
    } catch {
      return null;
    }
  };
  const skip = (file: string, reason: Skipped["reason"], detail: string): null => {
    skipped.push({ file, reason, detail });
    return null;
  };
  return {
    skipped,
    counts,
    text: (file) => bytesOf(file)?.toString("utf8") ?? null,
    look(file) {
      const bytes = bytesOf(file);
      if (!bytes) return skip(file, "unreadable", "cannot be read");
      counts.bytes += bytes.length;
      if (bytes.length > LARGEST) return skip(file, "too-large", `${bytes.length} bytes`);
      if (bytes.length > MINIFIED_FROM && isMinified(bytes))
        return skip(file, "minified", "its lines are too long for a person");
      const key = hash("sha256", bytes, "base64url");
      const words = cache.words(key) ?? wordsOf(bytes);
      cache.keepWords(key, words);
      return { file, words, hash: key, size: bytes.length };
    },
    facts({ file, hash: key }) {
      const address = `${key}${file.slice(file.lastIndexOf("."))}${/\.d\.[cm]?ts$/.test(file) ? "d" : ""}`;
      const known = cache.facts(address);
      if (known) {
        counts.cached++;
        if ("facts" in known) return known.facts;
        return skip(file, known.reason, known.detail);
      }
      const text = bytesOf(file)
        ?.toString("utf8")
        .replace(/^\ufeff/, " ");
      const script = text === undefined ? null : scriptOf(file, text);
      if (!script) return null;
      counts.parsed++;
      const reading = isTooDeep(script.text)
        ? { reason: "too-deep" as const, detail: "nested too deeply" }
        : readFacts(script);
      cache.keepFacts(address, reading);
      return "facts" in reading ? reading.facts : skip(file, reading.reason, reading.detail);
    },
  };
}

function isMinified(bytes: Buffer): boolean {
  let lines = 1;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  return bytes.length / lines > LONGEST_LINE;
}
