import { createHash } from "node:crypto";
import type { Analysis, GeneratedFile } from "./analysis.js";
import { createFactsCache, noCache } from "./cache/facts-cache.js";
import { type CodeBase, type CodeFile, createCodeBase } from "./code-base.js";
import { report } from "./emit/report.js";
import { isCodeFile } from "./files/code-file.js";
import { listFiles } from "./files/list-files.js";
import { createResolver } from "./files/resolver.js";
import { createWordIndex, type WordIndex } from "./files/word-index.js";
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
  const key = keyOfRun(project, paths, files, codeBase);
  const known = cache.result(key);
  if (known) {
    const { bytes } = codeBase.counts;
    return {
      ...known,
      files: { ...known.files, cached: known.files.candidates, parsed: 0, bytes },
    };
  }
  const index = createWordIndex(cache.words, codeBase.bytes);
  const linker = createLinker(project, paths, files, codeBase, index);
  linker.run();
  const listed = files.size + codeBase.skipped.length;
  const result: Analysis = {
    ...report(project, linker.links),
    generated: generatedFiles(linker.links),
    skipped: [...codeBase.skipped].sort((a, b) => (a.file < b.file ? -1 : 1)),
    files: { listed, candidates: linker.candidates.size, ...codeBase.counts },
  };
  const held = new Map([...files.values()].map((it) => [it.hash, index.held(it.hash)]));
  cache.save({ key, result, asked: index.asked, held });
  return result;
}

const CONFIG = /(^|\/)(package|[tj]sconfig[\w.-]*)\.json$/;

/** Everything that a result depends on: settings, every path, every code file's and config's content. */
function keyOfRun(
  { include, exclude, tests, emitters }: Project,
  paths: ReadonlySet<string>,
  files: ReadonlyMap<string, CodeFile>,
  codeBase: CodeBase,
): string {
  const all = createHash("sha256").update(JSON.stringify([include, exclude, tests, emitters]));
  for (const path of paths) {
    const content = files.get(path)?.hash ?? (CONFIG.test(path) ? codeBase.text(path) : "");
    all.update(`\0${path}\0${content}`);
  }
  return all.digest("base64url");
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
  index: WordIndex,
): Linker {
  const modules = new Map<string, Module | null>();
  /** Files that an import led to and the gate kept out. */
  const refused = new Set<string>();
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
        if (file === null) return null;
        if (!links.world.isOpen && !isNear(file)) {
          refused.add(file);
          return null;
        }
        return load(file);
      },
      isOpen: false,
      known: { open: new Map(), gated: new Map() },
      underway: new Set(),
      fuel: 0,
      depth: 0,
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
    settled: new Set(),
    words: new Set(),
    hasNews: false,
  };
  const addCandidates = (found: Iterable<CodeFile>): void => {
    const fresh = [...found].filter((it) => !candidates.has(it.file));
    for (const { file } of fresh) candidates.add(file);
    if (fresh.some((it) => refused.has(it.file))) {
      // What was out of sight is in sight now.
      links.world.known.gated.clear();
      links.settled.clear();
      refused.clear();
    }
    addModules(
      links,
      fresh.map((it) => load(it.file)).filter((it) => it !== null),
    );
  };
  return {
    links,
    candidates,
    run() {
      open(links, () => configureEmitters(links, load));
      addCandidates(seeded(files, index));
      for (let round = 0; round < ROUNDS; round++) {
        link(links);
        const words = [...emitterWords(links)].filter((it) => !index.asked.has(it));
        const found = words.length === 0 ? [] : [...index.holders(files.values(), words).keys()];
        if (found.every((it) => candidates.has(it.file))) return;
        addCandidates(found);
      }
    },
  };
}

/** The files that hold a word that means an SDK, or several that do so together. */
function seeded(files: ReadonlyMap<string, CodeFile>, index: WordIndex): CodeFile[] {
  const alone = new Set(seedWords);
  const found: CodeFile[] = [];
  for (const [file, words] of index.holders(files.values(), [...seedWords, ...seedPairs.flat()]))
    if (
      words.some((it) => alone.has(it)) ||
      seedPairs.some((pair) => pair.every((it) => words.includes(it)))
    )
      found.push(file);
  return found;
}

function generatedFiles(links: Links): GeneratedFile[] {
  return [...links.modules]
    .filter((it) => it.facts.generated !== null)
    .map(({ file, facts }) => ({ file, header: facts.generated ?? "", ...addressOf(file) }));
}
