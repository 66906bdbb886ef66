/** Lines of code with their depth; what every emitter that prints code builds its files from. */
export class Lines {
  /** Lines, and stretches of lines that came in one piece. */
  readonly #lines: string[] = [];
  /** The whole text as it was asked for, by depth: what clients share is put into each of them. */
  readonly #texts = new Map<string, string>();
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
    if (other.#lines.length === 0) return this;
    this.#texts.clear();
    this.#lines.push(other.#at(this.#indent));
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
    if (this.#texts.size > 0) this.#texts.clear();
    this.#lines.push(line === "" ? "" : this.#indent + line);
  }

  /** The text, ending in one line break; `after` other lines, where some are given. */
  toString(after?: Lines): string {
    // One join, and nothing put together from its result: a megabyte is copied once.
    return [...(after === undefined ? [] : after.#lines), ...this.#lines, ""].join("\n");
  }

  /** The lines without the last break, to be put into other lines. */
  toText(): string {
    return this.#at("");
  }

  #at(indent: string): string {
    const known = this.#texts.get(indent);
    if (known !== undefined) return known;
    const text = this.#joined();
    const shifted = indent === "" ? text : shift(text, indent);
    this.#texts.set(indent, shifted);
    return shifted;
  }

  /** All lines as one text, which takes their place: what is kept for other files is small. */
  #joined(): string {
    if (this.#lines.length > 1) this.#lines.splice(0, this.#lines.length, this.#lines.join("\n"));
    return this.#lines[0] ?? "";
  }
}

/** Every line of a text deeper by `indent`; empty ones stay empty. */
function shift(text: string, indent: string): string {
  const hasEmpty =
    text === "" || text.startsWith("\n") || text.endsWith("\n") || text.includes("\n\n");
  if (!hasEmpty) return indent + text.replaceAll("\n", `\n${indent}`);
  const lines = text.split("\n");
  return lines.map((line) => (line === "" ? "" : indent + line)).join("\n");
}
