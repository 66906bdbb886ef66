import { maxFileSize, maxProblems } from "./limits.js";
import type { YamlFile, YamlProblem } from "./node.js";
import { readPlain } from "./read-plain.js";
import { readYaml } from "./read-yaml.js";

/** The one thing this room takes from its host: every host has it, and it checks fast. */
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean });
  decode(bytes: Uint8Array): string;
}

/** A file that was read, with the text that its spans count in (a byte order mark is not in it). */
export interface YamlDocument extends YamlFile {
  readonly text: string;
}

/**
 * Reads a plan file: checks its size and its characters, then reads it with the plain reader, or
 * with the full one where the plain one declines. An empty file is a null of no length.
 */
export function readDocument(bytes: Uint8Array | string): YamlDocument {
  if (bytes.length > maxFileSize) return tooLarge(bytes);
  const decoded = typeof bytes === "string" ? bytes : decode(bytes);
  if (typeof decoded !== "string") return decoded;
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  const unreadable = findUnreadable(text);
  if (unreadable.length > 0) return { root: null, problems: unreadable, text };
  const root = readPlain(text);
  if (root !== undefined) return { root, problems: [], text };
  return { ...readYaml(text), text };
}

function tooLarge(bytes: Uint8Array | string): YamlDocument {
  const unit = typeof bytes === "string" ? "characters" : "bytes";
  const problem: YamlProblem = {
    code: "file-too-large",
    message: `The file has ${bytes.length} ${unit}; a plan file may have ${maxFileSize}.`,
    help: "Split the plan into several files.",
    start: 0,
    end: 0,
  };
  return { root: null, problems: [problem], text: "" };
}

function decode(bytes: Uint8Array): string | YamlDocument {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return notUtf8(bytes);
  }
}

/** The text with `�` for what cannot be read, and the problem at the first of them. */
function notUtf8(bytes: Uint8Array): YamlDocument {
  const lenient = new TextDecoder("utf-8", { fatal: false });
  const text = lenient.decode(bytes);
  const good = goodLength(bytes);
  const start = lenient.decode(bytes.subarray(0, good)).length;
  const byte = (bytes[good] ?? 0).toString(16).padStart(2, "0").toUpperCase();
  const problem: YamlProblem = {
    code: "file-not-utf8",
    message: `The file is not UTF-8: the byte 0x${byte} at position ${good} does not belong there.`,
    help: "Save the file as UTF-8 in your editor, then check the characters at this place.",
    start,
    end: Math.min(start + 1, text.length),
  };
  return { root: null, problems: [problem], text };
}

/** The number of bytes before the first that is not UTF-8. */
function goodLength(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** The length of the character at an offset, 0 where there is none: table 3-7 of Unicode. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 4;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < least || second > most) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

/** Each run of characters that YAML does not allow in a file: control characters, half pairs. */
function findUnreadable(text: string): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  for (let at = nextUnreadable(text, 0); at < text.length; ) {
    let end = at + 1;
    while (end < text.length && isUnreadable(text, end)) end += 1;
    problems.push(unreadable(text, at, end));
    if (problems.length === maxProblems) break;
    at = nextUnreadable(text, end);
  }
  return problems;
}

/** What has to be looked at more closely, one UTF-16 unit each; most files have none of it. */
const doubtful = /[^\n -~\u00a1-\ud7ff]/g;

function nextUnreadable(text: string, from: number): number {
  doubtful.lastIndex = from;
  while (doubtful.test(text)) {
    const at = doubtful.lastIndex - 1;
    if (isUnreadable(text, at)) return at;
  }
  return text.length;
}

function isUnreadable(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 32) return code !== 9 && code !== 10 && code !== 13;
  if (code < 0xa0) return code >= 127 && code !== 0x85;
  if (code >= 0xd800 && code < 0xdc00) return !isTrail(text.charCodeAt(at + 1));
  if (isTrail(code)) return !isLead(text.charCodeAt(at - 1));
  return code >= 0xfffe;
}

function isLead(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isTrail(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

function unreadable(text: string, start: number, end: number): YamlProblem {
  const name = `U+${text.charCodeAt(start).toString(16).padStart(4, "0").toUpperCase()}`;
  const half = isLead(text.charCodeAt(start)) || isTrail(text.charCodeAt(start));
  return {
    code: "yaml-syntax",
    message: half
      ? `The character ${name} is half of a pair; it is no text on its own.`
      : `The control character ${name} may not stand in a plan file.`,
    help: half
      ? "Delete it, or write the whole character."
      : 'Delete it; a quoted text can say it as an escape, such as "\\u0007".',
    start,
    end,
  };
}
