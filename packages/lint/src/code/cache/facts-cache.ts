import type { Reading } from "../facts/read-facts.js";
import type { KnownWords } from "../files/word-index.js";
import type { CacheStore } from "./cache-store.js";

/** Changes whenever facts do: what another version wrote is not read. */
const VERSION = "dd0c-track facts 2";

/** What is known of file contents, by their hash. */
export interface FactsCache {
  readonly words: KnownWords;
  facts(address: string): Reading | null;
  keepFacts(address: string, reading: Reading): void;
  /** Writes what was used in this run, so that a cache never grows beyond its code base. */
  save(asked: ReadonlySet<string>, held: ReadonlyMap<string, readonly string[]>): void;
}

/** Remembers nothing. */
export const noCache: FactsCache = {
  words: { asked: new Set(), held: () => null },
  facts: () => null,
  keepFacts: () => {},
  save: () => {},
};

/**
 * A cache over a store of one text: the words asked for (`a`), a line for the words of each content
 * (`w`), one for the facts of each script (`f`). A line that cannot be read is as if it were not there.
 */
export function createFactsCache(store: CacheStore): FactsCache {
  const before = store.read() ?? "";
  const { asked, words, facts } = parseLines(before);
  const used = new Map<string, string>();
  return {
    words: {
      asked,
      held(hash) {
        const text = words.get(hash);
        if (text === undefined) return null;
        return text === "" ? [] : text.split(" ");
      },
    },
    facts(address) {
      const text = facts.get(address);
      if (text === undefined) return null;
      const reading = parseReading(text);
      if (reading) used.set(address, text);
      return reading;
    },
    keepFacts(address, reading) {
      used.set(address, JSON.stringify(reading));
    },
    save(nowAsked, held) {
      const lines = [VERSION, `a\t${[...nowAsked].join(" ")}`];
      for (const [hash, list] of held) lines.push(`w${hash}\t${list.join(" ")}`);
      for (const [address, text] of used) lines.push(`f${address}\t${text}`);
      const text = `${lines.join("\n")}\n`;
      if (text !== before) store.write(text);
    },
  };
}

interface Lines {
  readonly asked: Set<string>;
  readonly words: Map<string, string>;
  readonly facts: Map<string, string>;
}

function parseLines(text: string): Lines {
  const result: Lines = { asked: new Set(), words: new Map(), facts: new Map() };
  if (!text.startsWith(`${VERSION}\n`)) return result;
  for (const line of text.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab < 1) continue;
    const rest = line.slice(tab + 1);
    if (line[0] === "a") for (const it of rest.split(" ")) result.asked.add(it);
    else (line[0] === "w" ? result.words : result.facts).set(line.slice(1, tab), rest);
  }
  return result;
}

function parseReading(text: string): Reading | null {
  try {
    const reading: Reading = JSON.parse(text);
    return "reason" in reading || Array.isArray(reading.facts.calls) ? reading : null;
  } catch {
    return null;
  }
}
