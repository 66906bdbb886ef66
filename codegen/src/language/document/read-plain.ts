import {
  BACKSLASH,
  BYTE_ORDER_MARK,
  CLOSE_MAP,
  CLOSE_SEQ,
  COLON,
  COMMA,
  CR,
  DASH,
  DOT,
  DOUBLE,
  escapes,
  GREATER,
  HASH,
  isBlank,
  isFlowIndicator,
  isMarker,
  LF,
  OPEN_MAP,
  OPEN_SEQ,
  PERCENT,
  PIPE,
  PLUS,
  plainInside,
  plainStart,
  SINGLE,
  SPACE,
  TAB,
} from "./characters.js";
import { resolvePlainScalar } from "./core-schema.js";
import { decline, declined } from "./decline.js";
import { fold, foldBlock, trimmedEnd } from "./fold-lines.js";
import { maxDepth } from "./limits.js";
import type { YamlEntry, YamlMap, YamlNode, YamlScalar, YamlSeq } from "./node.js";

/** Keys that the full reader has something to say about. */
const troublesomeKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** The longest way from an implicit key to its colon that YAML allows is 1,024. */
const longestKey = 1000;

/** Maps up to this size look for duplicate keys by comparing, larger ones with a set. */
const smallMap = 12;

/** Texts up to this length are looked up among the ones seen before, so that `type` exists once. */
const longestSeen = 20;
const seenSlots = 4096;

/**
 * Reads the plain subset of YAML that plans are written in, some fifty times faster than the full
 * reader and with the same tree. `undefined` means "ask the full reader": the text has a mistake,
 * or a construct that this reader does not know for certain. It never reports problems itself.
 */
export function readPlain(text: string): YamlNode | undefined {
  try {
    return new PlainReader(text).read();
  } catch (error) {
    if (error === declined) return undefined;
    throw error;
  }
}

/**
 * One reading. `at` is the next character to look at; when a line is done, `at` is the first
 * character of the next line with content and `column` its column (-1 at the end of the file).
 */
class PlainReader {
  /** Ends with a line feed always, so that every loop over a line stops without counting. */
  private readonly text: string;
  private readonly unfinished: boolean;
  private readonly length: number;
  private at = 0;
  private column = 0;
  private lineStart = 0;
  /** A comment line was passed on the way to `at`. */
  private passedComment = false;
  private depth = 0;
  private flowLevel = 0;
  private flowColumn = 0;
  private readonly seen: string[] = new Array<string>(seenSlots).fill("");

  constructor(text: string) {
    this.unfinished = text.length > 0 && text.charCodeAt(text.length - 1) !== LF;
    this.text = this.unfinished ? `${text}\n` : text;
    this.length = this.text.length;
  }

  read(): YamlNode {
    const first = this.text.charCodeAt(0);
    if (first === BYTE_ORDER_MARK || first === PERCENT) decline();
    this.checkReturns();
    this.skipDocumentStart();
    if (this.column === -1) return missing(0);
    const root = this.readNode(-1);
    if (this.column !== -1) decline();
    return root;
  }

  /** Every carriage return must belong to a line feed. */
  private checkReturns(): void {
    const { text, length } = this;
    const last = this.unfinished ? length - 2 : length - 1;
    for (let at = text.indexOf("\r"); at !== -1; at = text.indexOf("\r", at + 1)) {
      if (at === last || text.charCodeAt(at + 1) !== LF) decline();
    }
  }

  /** Moves to the first content, over a `---` that stands alone on its line. */
  private skipDocumentStart(): void {
    this.toContent(0, true);
    const { at, column } = this;
    if (column !== 0 || !isMarker(this.text, at, this.text.charCodeAt(at))) return;
    if (this.text.charCodeAt(at) === DOT) decline();
    this.endLine(at + 3);
    if (this.at === this.length) decline();
  }

  /**
   * Moves to the first content at or after the start of a line, over blank lines and comments.
   * Document markers are refused there, but for the one at the very start.
   */
  private toContent(lineStart: number, atFileStart: boolean): void {
    const { text, length } = this;
    let line = lineStart;
    this.passedComment = false;
    while (line < length) {
      let at = line;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      if (code === CR && text.charCodeAt(at + 1) === LF) {
        line = at + 2;
      } else if (code === LF) {
        line = at + 1;
      } else if (code === HASH) {
        this.passedComment = true;
        line = text.indexOf("\n", at) + 1;
      } else {
        if (at === line && !atFileStart && isMarker(text, at, code)) decline();
        this.at = at;
        this.column = at - line;
        this.lineStart = line;
        return;
      }
    }
    this.at = length;
    this.column = -1;
  }

  /** After a token: only spaces and a comment may follow on its line. Moves to the next content. */
  private endLine(tokenEnd: number): void {
    const { text } = this;
    let at = tokenEnd;
    let code = text.charCodeAt(at);
    while (code === SPACE) code = text.charCodeAt(++at);
    if (code === LF) this.toContent(at + 1, false);
    else if (code === CR && text.charCodeAt(at + 1) === LF) this.toContent(at + 2, false);
    else if (code === HASH && at > tokenEnd) this.toContent(text.indexOf("\n", at) + 1, false);
    else decline();
  }

  /** The node at `at`, whose collection around it starts at the column `parent` (-1: the root). */
  private readNode(parent: number): YamlNode {
    const { text, at, column } = this;
    const code = text.charCodeAt(at);
    if (code === DASH && isBlank(text.charCodeAt(at + 1))) return this.readSeq(column);
    if (code === OPEN_MAP || code === OPEN_SEQ) {
      const node = this.readFlow(parent + 1);
      this.endLine(this.at);
      return node;
    }
    if (code === DOUBLE || code === SINGLE) {
      const line = this.lineStart;
      const scalar = this.readQuoted(code, parent + 1);
      if (this.lineStart === line && this.toColon()) return this.readMap(scalar, column);
      if (parent === -1) decline();
      this.endLine(scalar.end);
      return scalar;
    }
    this.checkPlainStart(code, at, false);
    const end = this.scanPlain(at);
    if (text.charCodeAt(this.at) === COLON) return this.readMap(this.plain(at, end), column);
    // The full reader loses its place in a lone text under a comment like #this.
    if (parent === -1 || this.passedComment) decline();
    return this.endPlain(at, end, parent);
  }

  /** A block map from its first key; `at` is the key's colon. */
  private readMap(firstKey: YamlScalar, column: number): YamlMap {
    this.enter();
    const entries: YamlEntry[] = [];
    let key = firstKey;
    let known: Set<string> | undefined;
    let end = 0;
    for (;;) {
      if (this.at - key.start > longestKey) decline();
      known = this.checkKey(key, entries, known);
      const value = this.readMapValue(column);
      entries.push({ key, value });
      end = value.end;
      if (this.column !== column) break;
      key = this.readKey();
    }
    if (this.column > column) decline();
    this.depth -= 1;
    return { kind: "map", entries, start: firstKey.start, end };
  }

  /** A key of a block map, from `at` up to its colon. */
  private readKey(): YamlScalar {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE) {
      const line = this.lineStart;
      const key = this.readQuoted(code, 0);
      if (this.lineStart !== line || !this.toColon()) decline();
      return key;
    }
    this.checkPlainStart(code, at, false);
    const end = this.scanPlain(at);
    if (text.charCodeAt(this.at) !== COLON) decline();
    return this.plain(at, end);
  }

  /** Over spaces to a colon that ends a key; says whether there is one. */
  private toColon(): boolean {
    const { text } = this;
    let at = this.at;
    while (text.charCodeAt(at) === SPACE) at += 1;
    if (text.charCodeAt(at) !== COLON || !isBlank(text.charCodeAt(at + 1))) return false;
    this.at = at;
    return true;
  }

  /** The value after the colon at `at`, in a block map that starts at `column`. */
  private readMapValue(column: number): YamlNode {
    const { text } = this;
    const afterColon = this.at + 1;
    let at = afterColon;
    let code = text.charCodeAt(at);
    while (code === SPACE) code = text.charCodeAt(++at);
    if (code === LF || code === CR || code === HASH) {
      this.endLine(afterColon);
      if (this.column > column) return this.readNode(column);
      if (this.column === column && this.atDash()) return this.readSeq(column);
      return missing(afterColon);
    }
    this.at = at;
    return this.readInline(code, column);
  }

  private atDash(): boolean {
    return this.text.charCodeAt(this.at) === DASH && isBlank(this.text.charCodeAt(this.at + 1));
  }

  /** A value that begins on the line of its key: no block collection can. */
  private readInline(code: number, parent: number): YamlNode {
    const { at } = this;
    if (code === OPEN_MAP || code === OPEN_SEQ) {
      const node = this.readFlow(parent + 1);
      this.endLine(this.at);
      return node;
    }
    if (code === DOUBLE || code === SINGLE) {
      const scalar = this.readQuoted(code, parent + 1);
      this.endLine(scalar.end);
      return scalar;
    }
    if (code === PIPE || code === GREATER) return this.readBlockScalar(parent);
    this.checkPlainStart(code, at, false);
    return this.endPlain(at, this.scanPlain(at), parent);
  }

  /** A block sequence whose dashes stand at `column`. */
  private readSeq(column: number): YamlSeq {
    this.enter();
    const items: YamlNode[] = [];
    const start = this.at;
    let end = start;
    do {
      const item = this.readItem(column);
      items.push(item);
      end = item.end;
    } while (this.column === column && this.atDash());
    if (this.column > column) decline();
    this.depth -= 1;
    return { kind: "seq", items, start, end };
  }

  /** What stands after the dash at `at`. */
  private readItem(column: number): YamlNode {
    const { text } = this;
    const afterDash = this.at + 1;
    let at = afterDash;
    let code = text.charCodeAt(at);
    while (code === SPACE) code = text.charCodeAt(++at);
    if (code === LF || code === CR || code === HASH) {
      this.endLine(afterDash);
      return this.column > column ? this.readNode(column) : missing(afterDash);
    }
    this.at = at;
    this.column = at - this.lineStart;
    this.passedComment = false;
    if (code === PIPE || code === GREATER) return this.readBlockScalar(column);
    return this.readNode(column);
  }

  private enter(): void {
    this.depth += 1;
    if (this.depth > maxDepth) decline();
  }

  /** Refuses duplicate keys, merge keys and keys that other readers might stumble over. */
  private checkKey(
    key: YamlScalar,
    entries: readonly YamlEntry[],
    known: Set<string> | undefined,
  ): Set<string> | undefined {
    const { source } = key;
    if (source.length >= 9 && troublesomeKeys.has(source)) decline();
    if (source === "<<" && key.end - key.start === 2) decline();
    if (known !== undefined) {
      if (known.has(source)) decline();
      known.add(source);
      return known;
    }
    for (const entry of entries) if (entry.key.source === source) decline();
    if (entries.length < smallMap) return undefined;
    const all = new Set<string>();
    for (const entry of entries) all.add(entry.key.source);
    return all.add(source);
  }

  private checkPlainStart(code: number, at: number, inFlow: boolean): void {
    if (code < 128) {
      if (plainStart[code] === 1) return;
      if (code !== DASH) decline();
      const next = this.text.charCodeAt(at + 1);
      if (isBlank(next) || (inFlow && isFlowIndicator(next))) decline();
    } else if (code === BYTE_ORDER_MARK) decline();
  }

  /**
   * The end of an unquoted scalar on its line, outside of flow collections. Leaves `at` on what
   * stopped it: a colon that ends a key, a comment's hash, or the line's end.
   */
  private scanPlain(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code > COLON || (code > SPACE && code < COLON)) {
        at += 1;
      } else if (code === SPACE) {
        const end = at;
        let next = text.charCodeAt(++at);
        while (next === SPACE) next = text.charCodeAt(++at);
        if (next > HASH && next !== COLON) continue;
        if (next !== HASH && !this.endsPlain(next, at)) continue;
        this.at = at;
        return end;
      } else if (this.endsPlain(code, at)) {
        this.at = at;
        return at;
      } else at += 1;
    }
  }

  /** Whether the character ends an unquoted scalar, as a line's end does or a colon before space. */
  private endsPlain(code: number, at: number): boolean {
    if (code === LF) return true;
    if (code === COLON) return isBlank(this.text.charCodeAt(at + 1));
    if (code === CR && this.text.charCodeAt(at + 1) === LF) return true;
    if (code === TAB || code === CR) decline();
    return false;
  }

  /** The value that was scanned up to `end`; with its further lines, if it has any. */
  private endPlain(start: number, end: number, parent: number): YamlScalar {
    const { text, at } = this;
    const stop = text.charCodeAt(at);
    if (stop === COLON) decline();
    this.endLine(end);
    if (this.column <= parent) return this.plain(start, end);
    if (stop === HASH || this.passedComment) decline();
    return this.readPlainLines(start, end, parent);
  }

  /** An unquoted scalar of several lines; `at` is the first character of its second line. */
  private readPlainLines(start: number, firstEnd: number, parent: number): YamlScalar {
    const { text } = this;
    let source = text.slice(start, firstEnd);
    let end = firstEnd;
    for (;;) {
      const from = this.at;
      if (text.charCodeAt(from) === TAB) decline();
      source += fold(text, end, from);
      end = this.scanPlain(from);
      source += text.slice(from, end);
      const stop = text.charCodeAt(this.at);
      if (stop === COLON) decline();
      this.endLine(end);
      if (this.column <= parent) break;
      if (stop === HASH || this.passedComment) decline();
    }
    return { kind: "scalar", value: resolvePlainScalar(source), source, start, end };
  }

  private plain(start: number, end: number): YamlScalar {
    const source = this.take(start, end);
    return { kind: "scalar", value: resolvePlainScalar(source), source, start, end };
  }

  /** The text between two offsets; short texts that came before are the same string again. */
  private take(start: number, end: number): string {
    const { text, seen } = this;
    const length = end - start;
    if (length > longestSeen) return text.slice(start, end);
    const middle = start + (length >> 1);
    const slot =
      (text.charCodeAt(start) * 31 +
        text.charCodeAt(middle) * 331 +
        text.charCodeAt(end - 1) * 7 +
        length * 1009) &
      (seenSlots - 1);
    const before = seen[slot];
    if (before !== undefined && before.length === length && text.startsWith(before, start)) {
      return before;
    }
    const taken = text.slice(start, end);
    seen[slot] = taken;
    return taken;
  }

  /** A flow collection at `at`; its further lines must start at the column `least` or later. */
  private readFlow(least: number): YamlNode {
    this.flowColumn = least;
    this.flowLevel = 0;
    return this.text.charCodeAt(this.at) === OPEN_MAP ? this.readFlowMap() : this.readFlowSeq();
  }

  private readFlowSeq(): YamlSeq {
    this.enter();
    this.flowLevel += 1;
    const start = this.at;
    const items: YamlNode[] = [];
    let code = this.skipFlow(start + 1);
    while (code !== CLOSE_SEQ) {
      items.push(this.readFlowNode(code));
      code = this.skipFlow(this.at);
      if (code === COMMA) code = this.skipFlow(this.at + 1);
      else if (code !== CLOSE_SEQ) decline();
    }
    this.at += 1;
    this.depth -= 1;
    this.flowLevel -= 1;
    return { kind: "seq", items, start, end: this.at };
  }

  private readFlowMap(): YamlMap {
    this.enter();
    this.flowLevel += 1;
    const start = this.at;
    const entries: YamlEntry[] = [];
    let known: Set<string> | undefined;
    let code = this.skipFlow(start + 1);
    while (code !== CLOSE_MAP) {
      const key = this.readFlowKey(code);
      known = this.checkKey(key, entries, known);
      const afterColon = this.at + 1;
      code = this.skipFlow(afterColon);
      const value =
        code === COMMA || code === CLOSE_MAP ? missing(afterColon) : this.readFlowNode(code);
      entries.push({ key, value });
      code = this.skipFlow(this.at);
      if (code === COMMA) code = this.skipFlow(this.at + 1);
      else if (code !== CLOSE_MAP) decline();
    }
    this.at += 1;
    this.depth -= 1;
    this.flowLevel -= 1;
    return { kind: "map", entries, start, end: this.at };
  }

  /** A key of a flow map, from `at` up to its colon. */
  private readFlowKey(code: number): YamlScalar {
    const { text, at } = this;
    if (code === DOUBLE || code === SINGLE) {
      const line = this.lineStart;
      const key = this.readQuoted(code, this.flowColumn);
      if (this.lineStart !== line) decline();
      let colon = key.end;
      while (text.charCodeAt(colon) === SPACE) colon += 1;
      if (text.charCodeAt(colon) !== COLON) decline();
      this.at = colon;
      return key;
    }
    this.checkPlainStart(code, at, true);
    const end = this.scanFlowPlain(at);
    if (text.charCodeAt(this.at) !== COLON) decline();
    return this.plain(at, end);
  }

  private readFlowNode(code: number): YamlNode {
    const { text, at } = this;
    if (code === OPEN_MAP) return this.readFlowMap();
    if (code === OPEN_SEQ) return this.readFlowSeq();
    if (code === DOUBLE || code === SINGLE) return this.readQuoted(code, this.flowColumn);
    this.checkPlainStart(code, at, true);
    const end = this.scanFlowPlain(at);
    const stop = text.charCodeAt(this.at);
    if (stop === LF || stop === CR) return this.endFlowPlain(at, end);
    return this.plain(at, end);
  }

  /** As `scanPlain`, inside a flow collection, where commas and brackets end a scalar too. */
  private scanFlowPlain(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      let code = text.charCodeAt(at);
      while (plainInside[code] === 1) code = text.charCodeAt(++at);
      const end = at;
      while (code === SPACE) code = text.charCodeAt(++at);
      if (code === HASH ? at > end : this.endsFlowPlain(code, at)) {
        this.at = at;
        return end;
      }
      if (at === end) at += 1;
    }
  }

  private endsFlowPlain(code: number, at: number): boolean {
    if (plainInside[code] === 1) return false;
    if (isFlowIndicator(code)) return true;
    if (code === COLON && isFlowIndicator(this.text.charCodeAt(at + 1))) return true;
    return this.endsPlain(code, at);
  }

  /** An unquoted scalar in a flow collection that reaches its line's end: more lines may follow. */
  private endFlowPlain(start: number, firstEnd: number): YamlScalar {
    const { text } = this;
    let source = text.slice(start, firstEnd);
    let end = firstEnd;
    for (;;) {
      const code = this.skipFlow(end);
      if (isFlowIndicator(code)) break;
      if (this.passedComment || code === COLON) decline();
      const from = this.at;
      source += fold(text, end, from);
      end = this.scanFlowPlain(from);
      source += text.slice(from, end);
      const stop = text.charCodeAt(this.at);
      if (stop !== LF && stop !== CR) break;
    }
    return { kind: "scalar", value: resolvePlainScalar(source), source, start, end };
  }

  /**
   * Over spaces, line ends and comments inside a flow collection. Moves `at` to the next
   * character and gives its code; a line that stands too far left is refused.
   */
  private skipFlow(from: number): number {
    const { text } = this;
    let at = from;
    let code = text.charCodeAt(at);
    while (code === SPACE) code = text.charCodeAt(++at);
    this.passedComment = false;
    if (code > HASH) {
      this.at = at;
      return code;
    }
    let line = -1;
    for (;;) {
      if (code === HASH) {
        const before = text.charCodeAt(at - 1);
        if (before !== SPACE && before !== LF) decline();
        this.passedComment = true;
        at = text.indexOf("\n", at);
      } else if (code === CR && text.charCodeAt(at + 1) === LF) {
        at += 1;
      } else if (code !== LF) break;
      line = ++at;
      if (at >= this.length) decline();
      code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
    }
    if (line !== -1) this.checkFlowLine(code, at, line);
    this.at = at;
    return code;
  }

  private checkFlowLine(code: number, at: number, line: number): void {
    const column = at - line;
    this.lineStart = line;
    if (column === 0 && isMarker(this.text, at, code)) decline();
    if (column >= this.flowColumn) return;
    const closes = code === CLOSE_SEQ || code === CLOSE_MAP;
    if (!closes || this.flowLevel !== 1 || column !== this.flowColumn - 1) decline();
  }

  /** A quoted scalar at `at`; its further lines must start at the column `least` or later. */
  private readQuoted(quote: number, least: number): YamlScalar {
    const { text } = this;
    const start = this.at;
    let at = start + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === quote) break;
      if (code === LF || code === CR || code === BACKSLASH) {
        if (code !== BACKSLASH || quote === DOUBLE) return this.readQuotedPieces(quote, least);
      }
      at += 1;
    }
    if (quote === SINGLE && text.charCodeAt(at + 1) === SINGLE) {
      return this.readQuotedPieces(quote, least);
    }
    const source = at === start + 1 ? "" : this.take(start + 1, at);
    this.at = at + 1;
    return { kind: "scalar", value: source, source, start, end: at + 1 };
  }

  /** A quoted scalar with escapes, doubled quotes or several lines. */
  private readQuotedPieces(quote: number, least: number): YamlScalar {
    const { text } = this;
    const start = this.at;
    let source = "";
    let from = start + 1;
    let at = from;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (quote === DOUBLE || text.charCodeAt(at + 1) !== SINGLE) break;
        source += text.slice(from, at + 1);
        from = at += 2;
      } else if (code === BACKSLASH && quote === DOUBLE) {
        source += text.slice(from, at) + this.readEscape(at + 1);
        from = at = this.at;
      } else if (code === LF || code === CR) {
        const end = trimmedEnd(text, from, at);
        source += text.slice(from, end);
        from = this.nextQuotedLine(at, least);
        source += fold(text, at, from);
        at = from;
      } else at += 1;
    }
    source += text.slice(from, at);
    this.at = at + 1;
    return { kind: "scalar", value: source, source, start, end: at + 1 };
  }

  /** What the escape after a backslash stands for; leaves `at` after it. */
  private readEscape(at: number): string {
    const { text } = this;
    const code = text.charCodeAt(at);
    const meaning = escapes.get(code);
    if (meaning !== undefined) {
      this.at = at + 1;
      return meaning;
    }
    const digits = code === 120 ? 2 : code === 117 ? 4 : code === 85 ? 8 : decline();
    const hex = text.slice(at + 1, at + 1 + digits);
    if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex)) decline();
    const point = Number.parseInt(hex, 16);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) decline();
    this.at = at + 1 + digits;
    return String.fromCodePoint(point);
  }

  /** From a line's end inside quotes to the first character of the next line with content. */
  private nextQuotedLine(lineEnd: number, least: number): number {
    const { text, length } = this;
    let at = lineEnd;
    for (;;) {
      if (text.charCodeAt(at) === CR) at += 1;
      if (text.charCodeAt(at) !== LF) decline();
      const line = ++at;
      if (at >= length) decline();
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      if (code === LF || code === CR) continue;
      if (code === TAB || at - line < least || (at === line && isMarker(text, at, code))) decline();
      this.lineStart = line;
      return at;
    }
  }

  /** A `|` or `>` scalar at `at`, in a collection that starts at the column `parent`. */
  private readBlockScalar(parent: number): YamlScalar {
    const { text, length } = this;
    const start = this.at;
    const folded = text.charCodeAt(start) === GREATER;
    let at = start + 1;
    const chomp = text.charCodeAt(at);
    if (chomp === PLUS || chomp === DASH) at += 1;
    const first = this.lineAfterHeader(at);
    const indent = this.blockIndent(first);
    if (indent <= parent) decline();
    const lines: string[] = [];
    let line = first;
    let end = first;
    let blanks = 0;
    while (line < length) {
      at = line;
      while (at - line < indent && text.charCodeAt(at) === SPACE) at += 1;
      const lineFeed = text.indexOf("\n", at);
      const lineEnd =
        text.charCodeAt(lineFeed - 1) === CR && lineFeed > at ? lineFeed - 1 : lineFeed;
      if (at === lineEnd) {
        blanks += 1;
      } else if (at - line < indent) {
        break;
      } else {
        const contentEnd = trimmedEnd(text, at, lineEnd);
        if (contentEnd === at || text.charCodeAt(at) === TAB) decline();
        for (; blanks > 0; blanks -= 1) lines.push("");
        lines.push(text.slice(at, lineEnd));
        end = contentEnd;
      }
      line = lineFeed + 1;
    }
    if (chomp === PLUS && this.unfinished) decline();
    const body = folded ? foldBlock(lines) : lines.join("\n");
    const tail = chomp === DASH ? "" : chomp === PLUS ? "\n".repeat(blanks + 1) : "\n";
    this.toContent(line, false);
    return { kind: "scalar", value: body + tail, source: body + tail, start, end };
  }

  /** Over spaces and a comment after a block scalar's header. */
  private lineAfterHeader(headerEnd: number): number {
    const { text } = this;
    let at = headerEnd;
    while (text.charCodeAt(at) === SPACE) at += 1;
    if (text.charCodeAt(at) === HASH && at > headerEnd) at = text.indexOf("\n", at);
    if (text.charCodeAt(at) === CR) at += 1;
    if (text.charCodeAt(at) !== LF) decline();
    return at + 1;
  }

  /** The indentation of a block scalar's first line with content. */
  private blockIndent(first: number): number {
    const { text, length } = this;
    let widest = 0;
    let line = first;
    while (line < length) {
      let at = line;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      const indent = at - line;
      if (code === CR && text.charCodeAt(at + 1) === LF) code = text.charCodeAt(++at);
      if (code !== LF) return indent >= widest ? indent : decline();
      widest = Math.max(widest, indent);
      line = at + 1;
    }
    return decline();
  }
}

/** A value that is not there. */
function missing(offset: number): YamlScalar {
  return { kind: "scalar", value: null, source: "", start: offset, end: offset };
}
