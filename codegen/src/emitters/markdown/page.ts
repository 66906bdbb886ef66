import { header } from "../../print/header.js";
import { type Column, markdownTable } from "../../print/markdown-table.js";
import { markdownCode, markdownFence, markdownText } from "../../print/markdown-text.js";
import { githubSlug, slug, vitepressSlug } from "../../print/slug.js";

/** Where something stands in the taxonomy: a page, without its ending, and an anchor on it. */
export interface Place {
  readonly page: string;
  readonly anchor: string;
}

/**
 * One page in the making. Headings get the same anchor on GitHub and in VitePress: where the text
 * alone would not give it, an empty link inside the heading does.
 */
export class Page {
  /** Its path without the ending. */
  readonly name: string;
  readonly #lines: string[];
  readonly #reserved: ReadonlySet<string>;
  readonly #used = new Set<string>();

  /** `reserved` are the anchors that links point to; other headings keep away from them. */
  constructor(name: string, source: string, reserved: Iterable<string> = []) {
    this.name = name;
    this.#lines = [`<!-- ${header(source).replaceAll("--", "&#45;&#45;")} -->`, ""];
    this.#reserved = new Set(reserved);
  }

  /** A heading; `anchor` where links point to it. */
  heading(level: 1 | 2 | 3 | 4, text: string, anchor?: string): this {
    let free = text;
    let slugs = naturalSlugs(free);
    for (let count = 2; this.#taken(slugs, anchor); count += 1) {
      free = `${text} (${count})`;
      slugs = naturalSlugs(free);
    }
    for (const natural of slugs) this.#used.add(natural);
    const plain = anchor === undefined || slugs.every((natural) => natural === anchor);
    const link = plain ? "" : `<a id="${anchor}"></a>`;
    return this.paragraph(`${"#".repeat(level)} ${link}${markdownText(free)}`);
  }

  /** The page's own heading, where that is a name: as code. */
  codeHeading(level: 1, name: string): this {
    for (const natural of naturalSlugs(name)) this.#used.add(natural);
    return this.paragraph(`${"#".repeat(level)} ${markdownCode(name)}`);
  }

  /** A heading that many sections have and no link points to. */
  subheading(level: 2 | 3, text: string): this {
    return this.paragraph(`${"#".repeat(level)} ${markdownText(text)}`);
  }

  /** Markdown on one line, and an empty line; nothing where it is empty. */
  paragraph(...markdown: readonly string[]): this {
    for (const line of markdown) if (line !== "") this.#lines.push(line, "");
    return this;
  }

  /** Lines that belong together, and an empty line. */
  block(lines: readonly string[]): this {
    if (lines.length > 0) this.#lines.push(...lines, "");
    return this;
  }

  /** A list of points. */
  list(points: readonly string[]): this {
    return this.block(points.map((point) => `- ${point}`));
  }

  /** A table; nothing where it has no rows. */
  table(columns: readonly (Column | string)[], rows: readonly (readonly string[])[]): this {
    return this.block(markdownTable(columns, rows));
  }

  /** Code. */
  code(language: string, code: string): this {
    return this.block(markdownFence(language, code));
  }

  /** The address of a place, relative to this page. */
  href({ page, anchor }: Place): string {
    if (page === this.name) return `#${anchor}`;
    const up = "../".repeat(this.name.split("/").length - 1);
    return `${up}${page}.md${anchor === "" ? "" : `#${anchor}`}`;
  }

  /** A link to a place; `text` is Markdown, and stays without a link where it would lead to the page itself. */
  link(text: string, place: Place): string {
    const isHere = place.page === this.name && place.anchor === "";
    return isHere ? text : `[${text}](${this.href(place)})`;
  }

  /** A stretch of this page, made apart from it: links lead to the same places. */
  stretch(): Page {
    const page = new Page(this.name, "");
    page.#lines.length = 0;
    return page;
  }

  /** Adds a stretch that was made apart, as its text. */
  add(stretch: string): this {
    this.#lines.push(stretch);
    return this;
  }

  /** The page, ending in one line break. */
  toString(): string {
    return this.#lines.join("\n");
  }

  #taken(slugs: readonly string[], anchor: string | undefined): boolean {
    return slugs.some(
      (natural) => this.#used.has(natural) || (natural !== anchor && this.#reserved.has(natural)),
    );
  }
}

/** The anchors that a heading gets by itself. */
function naturalSlugs(heading: string): readonly [github: string, vitepress: string] {
  return [githubSlug(heading), vitepressSlug(heading)];
}

/** The anchor of something that is not an event: its name, behind what it is. */
export function anchorOf(name: string, what = ""): string {
  return slug(`${what} ${name}`) || "unnamed";
}
