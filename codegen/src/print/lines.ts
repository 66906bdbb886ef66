/** Lines of code with their depth; what every emitter that prints code builds its files from. */
export class Lines {
  readonly #lines: string[] = [];
  #indent = "";

  /** Adds lines at the present depth; an empty string is an empty line. */
  add(...lines: readonly string[]): this {
    for (const line of lines) this.#lines.push(line === "" ? "" : this.#indent + line);
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

  /** The text, ending in one line break. */
  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}
