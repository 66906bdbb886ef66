import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { lintCode, type OpenedPlans } from "@dd0c/track-lint";
import { type Analysis, analyse, type ConfiguredEmitter } from "@dd0c/track-lint/code";
import { everyRule } from "./every-rule.js";
import { type LintFinding, sourcesOf } from "./lint-finding.js";

/** After so many milliseconds a look at the whole code base is old: other files may have changed. */
const oldAfter = 30_000;

/** One look at the whole code base. */
interface Look {
  /** When, in milliseconds. */
  readonly at: number;
  readonly analysis: Analysis;
  /** By file. */
  readonly findings: ReadonlyMap<string, readonly LintFinding[]>;
}

/**
 * One code base as the rules see it. It is analysed once and asked for each file; again where the
 * text that ESLint has is not the one that was analysed, which is cheap because facts are kept.
 */
export class Project {
  readonly #opened: OpenedPlans;
  readonly #overlay = new Map<string, string>();
  #facts: string | null = null;
  #looked: Look | null = null;

  constructor(opened: OpenedPlans) {
    this.#opened = opened;
  }

  /** The plans' events, for rules that ask more than the analysis says. */
  get plans(): OpenedPlans["index"] {
    return this.#opened.index;
  }

  /** Findings of one file whose text is `text`; `file` is relative to the config, with `/`. */
  findingsIn(file: string, text: string): readonly LintFinding[] {
    return this.#look(file, text).findings.get(file) ?? [];
  }

  /** What is known of the whole code base, with that text in that file. */
  analysisWith(file: string, text: string): Analysis {
    return this.#look(file, text).analysis;
  }

  #look(file: string, text: string): Look {
    const isKnown = this.#isKnown(file, text);
    if (this.#looked !== null && isKnown) return this.#looked;
    if (!isKnown) this.#overlay.set(file, text);
    const analysis = this.#analyse();
    const { index, sources, folder } = this.#opened;
    const read = sourcesOf(folder, sources, this.#overlay);
    const found = lintCode(analysis, index, {
      rules: everyRule,
      today: new Date().toISOString().slice(0, 10),
      mentioned: new Set(),
      sources: read,
      isWhole: false,
    });
    const findings = new Map<string, LintFinding[]>();
    for (const finding of found) {
      const known = findings.get(finding.span.file);
      if (known === undefined) findings.set(finding.span.file, [finding]);
      else known.push(finding);
    }
    this.#looked = { at: Date.now(), findings, analysis };
    return this.#looked;
  }

  /** Whether the last look saw this text: in the overlay, or on a disk that has not changed since. */
  #isKnown(file: string, text: string): boolean {
    const look = this.#looked;
    if (look !== null && Date.now() - look.at > oldAfter) this.#looked = null;
    const held = this.#overlay.get(file);
    if (held !== undefined) return held === text;
    const isSame = textOnDisk(this.#opened.folder, file) === text;
    return isSame && (look === null || changedAt(this.#opened.folder, file) < look.at);
  }

  #analyse(): Analysis {
    const { lint, folder } = this.#opened;
    return analyse({
      root: folder,
      ...(lint.include.length > 0 ? { include: lint.include } : {}),
      exclude: lint.exclude,
      tests: lint.tests,
      emitters: lint.emitters.flatMap(emitterOf),
      overlay: this.#overlay,
      cache: {
        read: () => this.#facts,
        write: (text) => {
          this.#facts = text;
        },
      },
    });
  }
}

function emitterOf(written: Readonly<Record<string, unknown>>): readonly ConfiguredEmitter[] {
  const { module, export: name, event, properties, distinct_id: distinctId, name: wire } = written;
  if (typeof module !== "string" || typeof name !== "string") return [];
  const slot = (value: unknown): value is string | number =>
    typeof value === "string" || typeof value === "number";
  if (!slot(event)) return [];
  return [
    {
      module,
      export: name,
      event,
      ...(slot(properties) || properties === null ? { properties } : {}),
      ...(slot(distinctId) || distinctId === null ? { distinctId } : {}),
      ...(typeof wire === "string" ? { name: wire } : {}),
    },
  ];
}

function textOnDisk(folder: string, file: string): string | null {
  try {
    return readFileSync(join(folder, file), "utf8");
  } catch {
    return null;
  }
}

function changedAt(folder: string, file: string): number {
  return (
    statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
  );
}
