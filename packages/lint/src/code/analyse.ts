import type { Analysis, GeneratedFile } from "./analysis.js";
import { createFactsCache, noCache } from "./cache/facts-cache.js";
import { type CodeBase, type CodeFile, createCodeBase } from "./code-base.js";
import { report } from "./emit/report.js";
import { isCodeFile } from "./files/code-file.js";
import { listFiles } from "./files/list-files.js";
import { createResolver } from "./files/resolver.js";
import { hashWord, holdsAny } from "./files/word-set.js";
import { configureEmitters } from "./link/configure.js";
import { emitterWords, seedPairs, seedWords } from "./link/emitter-words.js";
import { addressOf } from "./link/generated-client.js";
import { addModules, link, open } from "./link/link.js";
import type { Links } from "./link/links.js";
import { createModule, type Module } from "./link/module.js";
import { createPathFilter } from "./path-filter.js";
import type { Project } from "./project.js";

/** Files below this size are read whoever asks: barrels, small hooks. */
const SMALL = 1_500;
/** Rounds of finding wrappers and the files that call them; real code needs three or four. */
const ROUNDS = 8;

/** Finds every place of a code base that sends an event, and all that reaches for an SDK. */
export function analyse(project: Project): Analysis {
  const isLeftOut = createPathFilter(project.exclude ?? []);
  const overlay = project.overlay ?? new Map<string, string>();
  const all = [...new Set([...listFiles(project.root), ...overlay.keys()])];
  const paths = new Set(all.filter((it) => !isLeftOut(it)));
  const cache = project.cache ? createFactsCache(project.cache) : noCache;
  const codeBase = createCodeBase(project.root, overlay, cache);
  const files = new Map<string, CodeFile>();
  for (const file of paths) {
    if (!isCodeFile(file)) continue;
    const found = codeBase.look(file);
    if (found) files.set(file, found);
  }
  const linker = createLinker(project, paths, files, codeBase);
  linker.run();
  cache.save();
  const listed = files.size + codeBase.skipped.length;
  return {
    ...report(project, linker.links),
    generated: generatedFiles(linker.links),
    skipped: [...codeBase.skipped].sort((a, b) => (a.file < b.file ? -1 : 1)),
    files: { listed, candidates: linker.candidates.size, ...codeBase.counts },
  };
}

interface Linker {
  readonly links: Links;
  readonly candidates: ReadonlySet<string>;
  run(): void;
}

function createLinker(
  project: Project,
  paths: ReadonlySet<string>,
  files: ReadonlyMap<string, CodeFile>,
  codeBase: CodeBase,
): Linker {
  const modules = new Map<string, Module | null>();
  const candidates = new Set<string>();
  const load = (file: string): Module | null => {
    const known = modules.get(file);
    if (known !== undefined) return known;
    const found = files.get(file);
    const facts = found ? codeBase.facts(found) : null;
    const module = facts ? createModule(file, facts) : null;
    modules.set(file, module);
    return module;
  };
  const resolve = createResolver(paths, codeBase.text);
  const isNear = (file: string): boolean =>
    candidates.has(file) ||
    modules.has(file) ||
    /(^|\/)index\.\w+$/.test(file) ||
    (files.get(file)?.size ?? 0) < SMALL;
  const links: Links = {
    world: {
      importOf(from, specifier) {
        const file = resolve(from, specifier);
        if (file === null || (!links.world.isOpen && !isNear(file))) return null;
        return load(file);
      },
      isOpen: false,
      known: { open: new Map(), gated: new Map() },
      underway: new Set(),
      fuel: 0,
    },
    configured: project.emitters ?? [],
    modules: new Set(),
    calls: [],
    callers: new Map(),
    provided: new Map(),
    injected: new Map(),
    globals: new Map(),
    emitters: new Map(),
    emissions: new Map(),
    resolved: new Map(),
    words: new Set(),
    hasNews: false,
  };
  const takeIn = (words: Iterable<string>): boolean => {
    const found = filesWith(files, candidates, words);
    for (const file of found) candidates.add(file);
    addModules(
      links,
      found.map(load).filter((it) => it !== null),
    );
    return found.length > 0;
  };
  return {
    links,
    candidates,
    run() {
      open(links, () => configureEmitters(links, load));
      for (const pair of seedPairs) takeInPair(files, candidates, pair);
      addModules(
        links,
        [...candidates].map(load).filter((it) => it !== null),
      );
      takeIn(seedWords);
      for (let round = 0; round < ROUNDS; round++) {
        link(links);
        if (!takeIn(emitterWords(links))) return;
        // What was out of sight may be in sight now.
        links.world.known.gated.clear();
      }
    },
  };
}

/** The files not taken in yet that can hold one of the words. */
function filesWith(
  files: ReadonlyMap<string, CodeFile>,
  taken: ReadonlySet<string>,
  words: Iterable<string>,
): string[] {
  const hashes = new Set([...words].map(hashWord));
  const found: string[] = [];
  for (const { file, words: own } of files.values())
    if (!taken.has(file) && holdsAny(own, hashes)) found.push(file);
  return found;
}

function takeInPair(
  files: ReadonlyMap<string, CodeFile>,
  candidates: Set<string>,
  pair: readonly string[],
): void {
  const hashes = pair.map((it) => new Set([hashWord(it)]));
  for (const { file, words } of files.values())
    if (hashes.every((it) => holdsAny(words, it))) candidates.add(file);
}

function generatedFiles(links: Links): GeneratedFile[] {
  return [...links.modules]
    .filter((it) => it.facts.generated !== null)
    .map(({ file, facts }) => ({ file, header: facts.generated ?? "", ...addressOf(file) }));
}
