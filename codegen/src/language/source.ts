import type { Diagnostic, Fix, Related, Severity } from "./diagnostic.js";
import type { YamlEntry, YamlMap, YamlNode, YamlScalar, YamlSeq } from "./document/node.js";
import { lineStarts, type Position, positionAt, type Span } from "./span.js";

/** A file's text, with the index that turns offsets into lines and columns. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly starts: readonly number[];
}

/** A source from its path and text. */
export function createSource(path: string, text: string): Source {
  return { path, text, starts: lineStarts(text) };
}

/** Line and column where a stretch of the source begins. */
export function positionIn(source: Source, offset: number): Position {
  return positionAt(source.starts, offset);
}

/**
 * The values of a YAML file as plain data, remembering for each object and list the node it came
 * from, so that every key and item can be pointed at later.
 */
export class Located {
  readonly #nodes = new Map<object, YamlMap | YamlSeq>();
  readonly #indexes = new Map<YamlMap, ReadonlyMap<string, YamlEntry>>();
  readonly #extensions = new Map<object, Record<string, unknown>>();
  readonly #notFinite: Span[] = [];
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /** The node as plain data. */
  value(node: YamlNode): unknown {
    if (node.kind === "scalar") return this.#scalar(node);
    const value: unknown[] | Record<string, unknown> =
      node.kind === "seq" ? node.items.map((item) => this.value(item)) : this.#object(node);
    this.#nodes.set(value, node);
    return value;
  }

  /** Where `key` stands in `owner`, an object that `value` returned; the owner itself where it has no such key. */
  keySpan(owner: object, key: string | number): Span {
    const node = this.#nodes.get(owner);
    if (node === undefined) return this.#span({ start: 0, end: 0 });
    if (node.kind === "seq") return this.#span(node.items[Number(key)] ?? node);
    return this.#span(this.#entry(node, String(key))?.key ?? firstLine(node));
  }

  /** Where the value of `key` stands in `owner`. */
  valueSpan(owner: object, key: string | number): Span {
    const node = this.#nodes.get(owner);
    if (node === undefined) return this.#span({ start: 0, end: 0 });
    if (node.kind === "seq") return this.#span(node.items[Number(key)] ?? node);
    const entry = this.#entry(node, String(key));
    if (entry === undefined) return this.#span(firstLine(node));
    return this.#span(entry.value.kind === "map" ? entry.key : entry.value);
  }

  /** Numbers that JSON cannot hold: `.nan` and `.inf`. */
  get notFinite(): readonly Span[] {
    return this.#notFinite;
  }

  /** Takes keys out of an object and keeps them as its extensions. */
  setAside(owner: object, keys: readonly string[]): void {
    const extensions = this.#extensions.get(owner) ?? {};
    for (const key of keys) {
      extensions[key] = Reflect.get(owner, key);
      Reflect.deleteProperty(owner, key);
    }
    this.#extensions.set(owner, extensions);
  }

  /** What stood under `x-…` in an object that `value` returned. */
  extensions(owner: object): Readonly<Record<string, unknown>> {
    return this.#extensions.get(owner) ?? {};
  }

  #scalar(node: YamlScalar): YamlScalar["value"] {
    const { value } = node;
    if (typeof value !== "number") return value;
    if (!Number.isFinite(value)) this.#notFinite.push(this.#span(node));
    return value === 0 ? 0 : value;
  }

  #object(node: YamlMap): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const { key, value } of node.entries) {
      if (!isReservedKey(key.source)) object[key.source] = this.value(value);
    }
    return object;
  }

  #entry(node: YamlMap, key: string): YamlEntry | undefined {
    if (node.entries.length < 16) {
      for (const entry of node.entries) if (entry.key.source === key) return entry;
      return undefined;
    }
    let index = this.#indexes.get(node);
    if (index === undefined) {
      index = new Map(node.entries.map((entry) => [entry.key.source, entry]));
      this.#indexes.set(node, index);
    }
    return index.get(key);
  }

  #span({ start, end }: { readonly start: number; readonly end: number }): Span {
    return { file: this.source.path, start, end };
  }
}

/** Keys that are refused everywhere, because objects treat them in a way of their own. */
export function isReservedKey(key: string): boolean {
  return key === "__proto__" || key === "constructor" || key === "prototype";
}

function firstLine(node: YamlMap): { start: number; end: number } {
  return node.entries[0]?.key ?? node;
}

/** A finding with everything optional left out. */
export function finding<Code extends string>(
  code: Code,
  span: Span,
  message: string,
  more: {
    readonly severity?: Severity;
    readonly help?: string | null;
    readonly related?: readonly Related[];
    readonly fix?: Fix | null;
    readonly subject?: string;
  } = {},
): Diagnostic<Code> {
  return {
    code,
    severity: more.severity ?? "error",
    message,
    help: more.help ?? null,
    span,
    related: more.related ?? [],
    fix: more.fix ?? null,
    ...(more.subject === undefined ? {} : { subject: more.subject }),
  };
}
