/** Lines of code with their depth; what every emitter that prints code builds its files from. */
export class Lines {
  readonly #lines: string[] = [];
  #indent = "";

  /** Adds lines at the present depth; an empty string is an empty line, a text of many lines is many. */
  add(...texts: readonly string[]): this {
    for (const text of texts) {
      if (!text.includes("\n")) this.#push(text);
      else for (const line of text.split("\n")) this.#push(line);
    }
    return this;
  }

  /** Adds other lines as they are, at the present depth. */
  append(other: Lines): this {
    for (const line of other.#lines) this.#push(line);
    return this;
  }

  /** Adds `open`, then what `body` adds one level deeper, then `close`. */
  block(open: string, body: () => void, close: string): this {
    this.add(open);
    const outer = this.#indent;
    this.#indent = `${outer}  `;
    body();
    this.#indent = outer;
    return this.add(close);
  }

  #push(line: string): void {
    this.#lines.push(line === "" ? "" : this.#indent + line);
  }

  /** The text, ending in one line break. */
  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  /** The lines without the last break, to be put into other lines. */
  toText(): string {
    return this.#lines.join("\n");
  }
}
