import { maxDepth } from "./limits.js";

/**
 * The offset of the first collection that is nested too deep, or -1. One pass over the text, made
 * before the full reader sees it: that one recurses, and keeps a stack entry for each level.
 * It may miss a level here and there; the tree is measured exactly once it exists.
 */
export function findTooDeep(text: string): number {
  return new NestingScan(text).run();
}

const isSpace = (character: string | undefined): boolean => character === " " || character === "\t";
const isBreak = (character: string | undefined): boolean =>
  character === undefined || character === "\n" || character === "\r";
const isBlank = (character: string | undefined): boolean =>
  isSpace(character) || isBreak(character);

class NestingScan {
  private readonly text: string;
  private at = 0;
  private line = 0;
  /** The columns of the block collections that are open. */
  private readonly columns: number[] = [];
  /** The number of brackets that are open. */
  private flow = 0;
  private found = -1;

  constructor(text: string) {
    this.text = text;
  }

  run(): number {
    while (this.at < this.text.length && this.found === -1) {
      this.startLine();
      while (this.found === -1 && !isBreak(this.text[this.at])) this.token();
      this.at = this.nextLine(this.at);
    }
    return this.found;
  }

  /** From a line's start to its first character; closes what ends above it. */
  private startLine(): void {
    const { text } = this;
    this.line = this.at;
    this.skipSpaces();
    const character = text[this.at];
    if (isBreak(character) || character === "#") return;
    const column = this.at - this.line;
    if (this.flow > 0) {
      const closes = character === "]" || character === "}";
      if (column > this.innermost() || closes) return;
      this.flow = 0;
    }
    while (this.columns.length > 0 && this.innermost() >= column) this.columns.pop();
  }

  private innermost(): number {
    return this.columns.at(-1) ?? -1;
  }

  private skipSpaces(): void {
    while (isSpace(this.text[this.at])) this.at += 1;
  }

  private nextLine(from: number): number {
    const end = this.text.indexOf("\n", from);
    return end === -1 ? this.text.length : end + 1;
  }

  private open(column: number): void {
    this.columns.push(column);
    this.measure();
  }

  private measure(): void {
    if (this.columns.length + this.flow > maxDepth) this.found = this.at;
  }

  /** One word, indicator or quoted text, with the spaces after it. */
  private token(): void {
    const { text } = this;
    const character = text[this.at];
    if (character === "#" && (this.at === this.line || isSpace(text[this.at - 1]))) {
      this.at = this.lineEnd(this.at);
    } else if (character === '"' || character === "'") {
      this.skipQuoted(character);
    } else if (character === "[" || character === "{") {
      this.flow += 1;
      this.measure();
      this.at += 1;
    } else if (character === "]" || character === "}" || character === ",") {
      if (character !== "," && this.flow > 0) this.flow -= 1;
      this.at += 1;
    } else if ((character === "|" || character === ">") && this.flow === 0) {
      this.skipBlockScalar();
    } else if (isIndicator(character) && isBlank(text[this.at + 1])) {
      if (this.flow === 0) this.open(this.at - this.line);
      this.at += 1;
    } else {
      this.plain();
    }
    this.skipSpaces();
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf("\n", from);
    return end === -1 ? this.text.length : end;
  }

  /** An unquoted scalar; where a colon follows it, a map begins at its column. */
  private plain(): void {
    const { text } = this;
    const start = this.at;
    while (!isBreak(text[this.at])) {
      const character = text[this.at];
      if (character === ":" && isBlank(text[this.at + 1])) {
        if (this.flow === 0) this.open(start - this.line);
        this.at += 1;
        return;
      }
      if (this.flow > 0 && isFlowIndicator(character)) return;
      if (character === "#" && isSpace(text[this.at - 1])) return;
      this.at += 1;
    }
  }

  /** A quoted scalar, to its closing quote or to a line that stands too far left to be in it. */
  private skipQuoted(quote: string): void {
    const { text } = this;
    const start = this.at;
    this.at += 1;
    while (this.at < text.length) {
      const character = text[this.at];
      if (character === quote) {
        if (quote === '"' || text[this.at + 1] !== "'") break;
        this.at += 1;
      } else if (character === "\\" && quote === '"' && text[this.at + 1] !== "\n") {
        this.at += 1;
      } else if (character === "\n") {
        const line = this.at + 1;
        let next = line;
        while (text[next] === " ") next += 1;
        if (!isBreak(text[next]) && next - line <= this.innermost()) return;
        this.line = line;
        this.at = next - 1;
      }
      this.at += 1;
    }
    this.at += 1;
    let colon = this.at;
    while (isSpace(text[colon])) colon += 1;
    if (this.flow > 0 || text[colon] !== ":" || !isBlank(text[colon + 1])) return;
    this.open(Math.max(0, start - this.line));
    this.at = colon + 1;
  }

  /** A `|` or `>` scalar: its header's line, then every line that stands right of its parent. */
  private skipBlockScalar(): void {
    const { text } = this;
    let line = this.nextLine(this.at);
    while (line < text.length) {
      let at = line;
      while (text[at] === " ") at += 1;
      if (!isBreak(text[at]) && at - line <= this.innermost()) break;
      line = this.nextLine(at);
    }
    this.at = Math.max(this.at + 1, line - 1);
  }
}

function isIndicator(character: string | undefined): boolean {
  return character === "-" || character === "?" || character === ":";
}

function isFlowIndicator(character: string | undefined): boolean {
  return (
    character === "," ||
    character === "[" ||
    character === "]" ||
    character === "{" ||
    character === "}"
  );
}
