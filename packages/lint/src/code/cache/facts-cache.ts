import type { Reading } from "../facts/read-facts.js";
import type { CacheStore } from "./cache-store.js";

/** Changes whenever facts do: what another version wrote is not read. */
const VERSION = "dd0c-track facts 1";

/** What is known of file contents, by their hash. */
export interface FactsCache {
  words(hash: string): Uint32Array | null;
  keepWords(hash: string, words: Uint32Array): void;
  facts(address: string): Reading | null;
  keepFacts(address: string, reading: Reading): void;
  /** Writes what was used in this run, so that a cache never grows beyond its code base. */
  save(): void;
}

/** Remembers nothing. */
export const noCache: FactsCache = {
  words: () => null,
  keepWords: () => {},
  facts: () => null,
  keepFacts: () => {},
  save: () => {},
};

/**
 * A cache over a store of one text: a line for each content's words (`w`), one for each script's facts
 * (`f`). A line that cannot be read is as if it were not there.
 */
export function createFactsCache(store: CacheStore): FactsCache {
  const words = new Map<string, string>();
  const facts = new Map<string, string>();
  const lines = (store.read() ?? "").split("\n");
  if (lines[0] === VERSION)
    for (const line of lines) {
      const tab = line.indexOf("\t");
      if (tab < 2) continue;
      (line[0] === "w" ? words : facts).set(line.slice(1, tab), line.slice(tab + 1));
    }
  const used = new Map<string, string>();
  let isChanged = lines.length < 2;
  return {
    words(hash) {
      const text = words.get(hash);
      return text === undefined ? null : unpack(text);
    },
    keepWords(hash, bits) {
      const known = words.get(hash);
      if (known === undefined) isChanged = true;
      used.set(`w${hash}`, known ?? pack(bits));
    },
    facts(address) {
      const text = facts.get(address);
      if (text === undefined) return null;
      const reading = parseReading(text);
      if (reading) used.set(`f${address}`, text);
      return reading;
    },
    keepFacts(address, reading) {
      isChanged = true;
      used.set(`f${address}`, JSON.stringify(reading));
    },
    save() {
      if (!isChanged) return;
      const text = [VERSION, ...[...used].map(([key, value]) => `${key}\t${value}`)];
      store.write(`${text.join("\n")}\n`);
    },
  };
}

function pack({ buffer, byteOffset, byteLength }: Uint32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

function unpack(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  const aligned = new Uint8Array(bytes.length - (bytes.length % 4));
  aligned.set(bytes.subarray(0, aligned.length));
  return new Uint32Array(aligned.buffer);
}

function parseReading(text: string): Reading | null {
  try {
    const reading: Reading = JSON.parse(text);
    return "reason" in reading || Array.isArray(reading.facts.calls) ? reading : null;
  } catch {
    return null;
  }
}
