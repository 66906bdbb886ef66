import { hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Skipped } from "./analysis.js";
import type { FactsCache } from "./cache/facts-cache.js";
import type { Facts } from "./facts/facts.js";
import { readFacts } from "./facts/read-facts.js";
import { scriptOf } from "./files/script-of.js";
import { isTooDeep } from "./files/too-deep.js";

/** Larger files are data or bundles. */
const LARGEST = 1_500_000;
/** From this size on, lines as long as this on average were written by no person. */
const MINIFIED_FROM = 30_000;
const LONGEST_LINE = 500;

/** A file that was looked at. */
export interface CodeFile {
  readonly file: string;
  readonly hash: string;
  readonly size: number;
}

/** The files of a code base, read as little as possible. */
export interface CodeBase {
  readonly skipped: Skipped[];
  /** Reads a file's bytes once, for their hash; null where it is left out. */
  look(file: string): CodeFile | null;
  facts(file: CodeFile): Facts | null;
  bytes(file: string): Uint8Array | null;
  text(file: string): string | null;
  readonly counts: { parsed: number; cached: number; bytes: number };
}

/** Reads files from disk, or from texts that stand for them. */
export function createCodeBase(
  root: string,
  overlay: ReadonlyMap<string, string>,
  cache: FactsCache,
): CodeBase {
  const skipped: Skipped[] = [];
  const counts = { parsed: 0, cached: 0, bytes: 0 };
  const read = createReader(LARGEST);
  const bytesOf = (file: string): Buffer | null => {
    const text = overlay.get(file);
    return text === undefined ? read(join(root, file)) : Buffer.from(text, "utf8");
  };
  const textOf = (file: string): string | null => bytesOf(file)?.toString("utf8") ?? null;
  const skip = (file: string, reason: Skipped["reason"], detail: string): null => {
    skipped.push({ file, reason, detail });
    return null;
  };
  return {
    skipped,
    counts,
    bytes: bytesOf,
    text: textOf,
    look(file) {
      const bytes = bytesOf(file);
      if (!bytes) return skip(file, "unreadable", "cannot be read");
      counts.bytes += bytes.length;
      if (bytes.length >= LARGEST) return skip(file, "too-large", `${LARGEST} bytes or more`);
      if (bytes.length > MINIFIED_FROM && isMinified(bytes))
        return skip(file, "minified", "its lines are too long for a person");
      return { file, hash: hash("sha256", bytes, "base64url"), size: bytes.length };
    },
    facts({ file, hash: key }) {
      const address = `${key}${addressOf(file)}`;
      const known = cache.facts(address);
      if (known) {
        counts.cached++;
        if ("facts" in known) return known.facts;
        return skip(file, known.reason, known.detail);
      }
      const text = textOf(file)?.replace(/^\ufeff/, " ");
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

/** What of a path decides how its content is read. */
function addressOf(file: string): string {
  return /\.d\.[cm]?ts$/.test(file) ? ".d" : file.slice(file.lastIndexOf("."));
}

/**
 * Reads files into one buffer, which the next read overwrites; what does not fit is cut off at
 * `most` bytes. Thousands of buffers would cost more than the reading.
 */
function createReader(most: number): (path: string) => Buffer | null {
  const buffer = Buffer.allocUnsafe(most);
  return (path) => {
    let file = -1;
    try {
      file = openSync(path, "r");
      let length = 0;
      for (;;) {
        const got = readSync(file, buffer, length, most - length, length);
        length += got;
        if (got === 0 || length === most) return buffer.subarray(0, length);
      }
    } catch {
      return null;
    } finally {
      if (file >= 0) closeSync(file);
    }
  };
}

function isMinified(bytes: Buffer): boolean {
  let lines = 1;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  return bytes.length / lines > LONGEST_LINE;
}
