import type { Analysis } from "../analysis.js";
import type { Reading } from "../facts/read-facts.js";
import { keyOf } from "../files/json-text.js";
import type { KnownWords } from "../files/word-index.js";
import type { CacheStore } from "./cache-store.js";

/** Changes whenever facts do: what another version wrote is not read. */
const VERSION = "dd0c-track facts 5";

/** What is known of file contents, by their hash, and of a whole code base. */
export interface FactsCache {
  /** The result of a run over exactly these contents and settings. */
  result(key: string): Analysis | null;
  readonly words: KnownWords;
  facts(address: string): Reading | null;
  keepFacts(address: string, reading: Reading): void;
  /** Writes what was used in this run, so that a cache never grows beyond its code base. */
  save(run: FinishedRun): void;
}

/** What a run leaves behind. */
export interface FinishedRun {
  readonly key: string;
  readonly result: Analysis;
  readonly asked: ReadonlySet<string>;
  readonly held: ReadonlyMap<string, readonly string[]>;
}

/** Remembers nothing. */
export const noCache: FactsCache = {
  result: () => null,
  words: { asked: new Set(), held: () => null },
  facts: () => null,
  keepFacts: () => {},
  save: () => {},
};

/**
 * A cache over a store of one text: the last result (`r`), the words asked for (`a`), a line for the
 * words of each content (`w`), one for the facts of each script (`f`). A line that cannot be read is as if it were not there.
 */
export function createFactsCache(store: CacheStore): FactsCache {
  const before = store.read() ?? "";
  // An unchanged code base needs its result only.
  let lines: Lines | null = null;
  const known = (): Lines => {
    lines ??= parseLines(before);
    return lines;
  };
  const used = new Map<string, string>();
  return {
    result(key) {
      const head = `${VERSION}\nr${key}\t`;
      if (!before.startsWith(head)) return null;
      return parse<Analysis>(
        before.slice(head.length, before.indexOf("\n", head.length)),
        isAnalysis,
      );
    },
    words: {
      get asked() {
        return known().asked;
      },
      held(hash) {
        const text = known().words.get(hash);
        if (text === undefined) return null;
        return text === "" ? [] : text.split(" ");
      },
    },
    facts(address) {
      const text = known().facts.get(address);
      if (text === undefined) return null;
      const reading = parse<Reading>(text, isReading);
      if (reading) used.set(address, text);
      return reading;
    },
    keepFacts(address, reading) {
      used.set(address, JSON.stringify(reading));
    },
    save({ key, result, asked, held }) {
      const text = [VERSION, `r${key}\t${JSON.stringify(result)}`, `a\t${[...asked].join(" ")}`];
      for (const [hash, list] of held) text.push(`w${hash}\t${list.join(" ")}`);
      for (const [address, facts] of used) text.push(`f${address}\t${facts}`);
      store.write(`${text.join("\n")}\n`);
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
    else if (line[0] === "w") result.words.set(line.slice(1, tab), rest);
    else if (line[0] === "f") result.facts.set(line.slice(1, tab), rest);
  }
  return result;
}

/** JSON that another process wrote, if it is what it should be. */
function parse<T>(text: string, isIt: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return isIt(value) ? value : null;
  } catch {
    return null;
  }
}

function isAnalysis(value: unknown): value is Analysis {
  return Array.isArray(keyOf(value, "sites")) && Array.isArray(keyOf(value, "touches"));
}

function isReading(value: unknown): value is Reading {
  return (
    typeof keyOf(value, "reason") === "string" ||
    Array.isArray(keyOf(keyOf(value, "facts"), "calls"))
  );
}
