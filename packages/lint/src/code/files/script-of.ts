import { type DefaultTreeAdapterMap, parse } from "parse5";
import type { Script } from "./script.js";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

const TYPES = /^(text\/(type|java)script|module|application\/javascript|)$/;

/** The script of a file by its name; null where it has none. */
export function scriptOf(file: string, text: string): Script | null {
  const dot = file.slice(file.lastIndexOf("."));
  switch (dot) {
    case ".ts":
    case ".mts":
    case ".cts":
      return { text, lang: /\.d\.[cm]?ts$/.test(file) ? "dts" : "ts", snippets: [] };
    case ".vue":
    case ".svelte":
    case ".astro":
      return embeddedScript(dot, text);
    case ".tsx":
      return { text, lang: "tsx", snippets: [] };
    default:
      // Types in plain JavaScript are Flow's, which reads close enough to TypeScript.
      return { text, lang: /@flow/.test(text.slice(0, 400)) ? "tsx" : "jsx", snippets: [] };
  }
}

/** Scripts of a component file, everything else blanked; handlers in its template as snippets. */
function embeddedScript(kind: string, text: string): Script | null {
  const blocks: Block[] = [];
  let rest = text;
  if (kind === ".astro") {
    const fence = /^\s*---\r?\n([\s\S]*?)^---/m.exec(text);
    if (fence?.[1] !== undefined) {
      const start = fence.index + fence[0].indexOf(fence[1]);
      blocks.push({ start, end: start + fence[1].length, isTyped: true });
      rest = blank(text.slice(0, start + fence[1].length)) + text.slice(start + fence[1].length);
    }
  }
  const snippets: { start: number; text: string }[] = [];
  const document = parse(rest, { sourceCodeLocationInfo: true });
  collect(document, blocks, kind === ".vue" ? snippets : null, rest);
  if (kind !== ".vue") snippets.push(...markup(rest, blocks));
  if (blocks.length === 0 && snippets.length === 0) return null;
  blocks.sort((a, b) => a.start - b.start);
  let script = "";
  for (const { start, end } of blocks)
    script += blank(text.slice(script.length, start)) + text.slice(start, end);
  script += blank(text.slice(script.length));
  const isTyped = blocks.some((it) => it.isTyped);
  return { text: script, lang: isTyped ? "ts" : "js", snippets };
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly isTyped: boolean;
}

function collect(
  node: Node,
  blocks: Block[],
  handlers: { start: number; text: string }[] | null,
  text: string,
): void {
  if ("tagName" in node) {
    if (node.tagName === "script") addScript(node, blocks);
    else if (handlers) addHandlers(node, handlers, text);
  }
  const children = "content" in node ? [node.content] : "childNodes" in node ? node.childNodes : [];
  for (const child of children) collect(child, blocks, handlers, text);
}

function addScript(node: Element, blocks: Block[]): void {
  const place = node.sourceCodeLocation;
  const type = node.attrs.find((it) => it.name === "type")?.value ?? "";
  if (!place?.startTag || !place.endTag || !TYPES.test(type)) return;
  const lang = node.attrs.find((it) => it.name === "lang")?.value ?? "";
  blocks.push({
    start: place.startTag.endOffset,
    end: place.endTag.startOffset,
    isTyped: lang.startsWith("ts"),
  });
}

/** `@click="track('x')"`, `:on-done="…"`, `v-on:…`: code in attributes of Vue's templates. */
function addHandlers(
  node: Element,
  handlers: { start: number; text: string }[],
  text: string,
): void {
  for (const { name, value } of node.attrs) {
    if (!/^(@|v-on:|:|v-bind:|#)/.test(name) || !value.includes("(")) continue;
    const place = node.sourceCodeLocation?.attrs?.[name];
    if (!place) continue;
    const written = text.slice(place.startOffset, place.endOffset);
    const quote = written.search(/["']/);
    // With entities in it, offsets would be off; nobody writes them in code.
    if (quote === -1 || written.slice(quote + 1, -1) !== value) continue;
    handlers.push({ start: place.startOffset + quote + 1, text: value });
  }
}

/** `on:click={() => track("x")}` and all other expressions in braces of Svelte's and Astro's markup. */
function markup(text: string, blocks: readonly Block[]): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = [];
  for (let i = text.indexOf("{"); i !== -1; i = text.indexOf("{", i + 1)) {
    const block = blocks.find((it) => i >= it.start && i < it.end);
    if (block) {
      i = block.end;
      continue;
    }
    const end = closing(text, i);
    if (end === -1) continue;
    const inner = text.slice(i + 1, end);
    if (inner.includes("(") && !/^\s*[#:/@]/.test(inner)) {
      found.push({ start: i, text: `(${inner})` });
      i = end;
    }
  }
  return found;
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length && i < from + 4_000; i++) {
    if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) return i;
  }
  return -1;
}

/** As many blanks as there were characters; lines stay lines. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
