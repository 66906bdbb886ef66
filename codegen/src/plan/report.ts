import type { Diagnostic, DiagnosticCode, Fix, Related, Severity } from "../language/diagnostic.js";
import type { YamlNode } from "../language/document/node.js";
import { didYouMean } from "../language/nearest.js";
import { placeInside } from "../language/place-inside.js";
import { finding, positionIn, type Source } from "../language/source.js";
import type { Span } from "../language/span.js";
import { mostComparisons, mostFindings } from "./limits.js";
import type { Origin } from "./origin.js";
import type { Ancestor } from "./property-type.js";

/** What more a finding may say. */
export interface More {
  readonly severity?: Severity;
  readonly help?: string | null;
  readonly related?: readonly Related[];
  readonly fix?: Fix | null;
}

/** Gathers findings while a plan is resolved, and knows every source, so that origins can be pointed at. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];
  readonly #sources = new Map<string, Source>();
  readonly #roots = new Map<string, YamlNode | null>();
  #found = 0;
  #errors = 0;
  #firstLeftOut: Span | null = null;
  #compared = 0;

  /** Every source, by path. */
  get sources(): ReadonlyMap<string, Source> {
    return this.#sources;
  }

  /** How many findings there were, those beyond what is shown included. */
  get found(): number {
    return this.#found;
  }

  /** Makes a source known, with the tree that it was read as. */
  addSource(source: Source, root: YamlNode | null): void {
    this.#sources.set(source.path, source);
    this.#roots.set(source.path, root);
  }

  /** A finding at a place: a span, or the origin of something resolved. */
  add(code: DiagnosticCode, place: Span | Origin, message: string, more: More = {}): void {
    this.#found += 1;
    const span = "line" in place ? this.span(place) : place;
    if ((more.severity ?? "error") === "error" && this.#errors++ >= mostFindings)
      this.#firstLeftOut ??= span;
    else this.diagnostics.push(finding(code, span, message, more));
  }

  /** The finding that errors beyond the first `mostFindings` are not shown, where there are any. */
  get leftOut(): readonly Diagnostic[] {
    if (this.#firstLeftOut === null) return [];
    const message = `${this.#errors - mostFindings} more errors of the plan are not shown.`;
    const help = "Mend those that are shown, or what made the plan, and check again.";
    return [finding("findings-left-out", this.#firstLeftOut, message, { help })];
  }

  /** `Did you mean "x"?`, or null where nothing is near, or where too much was compared already. */
  didYouMean(word: string, candidates: Iterable<string>): string | null {
    if (this.#compared > mostComparisons) return null;
    const words = [...candidates];
    this.#compared += words.length;
    return didYouMean(word, words);
  }

  /** "defined here", for `related`. */
  related(message: string, place: Span | Origin): Related {
    return { message, span: "line" in place ? this.span(place) : place };
  }

  /** The origin of a span: its file, line and column. */
  origin(span: Span): Origin {
    const source = this.#sources.get(span.file);
    const { line, column } = source ? positionIn(source, span.start) : { line: 1, column: 1 };
    return { file: span.file, line, column };
  }

  /**
   * Where a part of something resolved is written, such as `["examples", 1]` of a property: where it
   * stands itself, else where it came from; its own name where it is written in none of these.
   */
  inside(
    { origin, lineage = [] }: { readonly origin: Origin; readonly lineage?: readonly Ancestor[] },
    path: readonly (string | number)[],
    of: "key" | "value" = "value",
  ): Span {
    for (const { file, line, column } of [origin, ...lineage.map((it) => it.origin).reverse()]) {
      const offset = (this.#sources.get(file)?.starts[line - 1] ?? 0) + column - 1;
      const place = placeInside(this.#roots.get(file) ?? null, offset, path, of);
      if (place !== null) return { file, ...place };
    }
    return this.span(origin);
  }

  /** The span of an origin: from its first character to the end of the word there. */
  span(origin: Origin): Span {
    const source = this.#sources.get(origin.file);
    if (source === undefined) return { file: origin.file, start: 0, end: 0 };
    const start = (source.starts[origin.line - 1] ?? 0) + origin.column - 1;
    const rest = /^("[^"\n]*"|'[^'\n]*'|[^\s:,[\]{}]+)/.exec(source.text.slice(start, start + 200));
    return { file: origin.file, start, end: start + (rest?.[0].length ?? 0) };
  }
}
