import type { YAMLError } from "yaml";
import type { YamlProblem } from "./node.js";

/** What a rule says; without `start` and `end` it is said of the place that the package names. */
interface Explanation {
  readonly message: string;
  readonly help: string;
  readonly start?: number;
  readonly end?: number;
}

interface Rule {
  /** Tried on `CODE message`, as the yaml package has them. */
  readonly when: RegExp;
  /** `undefined`: the problem is reported from the tokens already, with a better place. */
  readonly explain: (start: number, end: number, text: string) => Explanation | undefined;
}

const say =
  (message: string, help: string): Rule["explain"] =>
  () => ({ message, help });

/** Says a mistake of the yaml package's in plain English, in the place where one would look for it. */
export function explainSyntax(error: YAMLError, text: string): YamlProblem | undefined {
  const said = `${error.code} ${error.message}`;
  const rule = rules.find(({ when }) => when.test(said));
  const [start, end] = error.pos;
  const explanation = rule === undefined ? unexplained(error) : rule.explain(start, end, text);
  return explanation && { code: "yaml-syntax", start, end, ...explanation };
}

/** The package's own words, for what no rule explains. */
export function unexplained(error: YAMLError): Explanation {
  return {
    message: `${error.message.replace(/\.$/, "")}.`,
    help: "Look for a missing quote, colon, comma or bracket in this line and the one above.",
  };
}

/**
 * Whether the package is wrong: it wants a space before a comment that begins its line, where the
 * comment stands inside brackets.
 */
export function isFalseAlarm(error: YAMLError, text: string): boolean {
  const before = text[error.pos[0] - 1] ?? "\n";
  return error.message.startsWith("Comments must be separated") && /\s/.test(before);
}

const rules: readonly Rule[] = [
  {
    when: /Missing closing|must end with a|sufficiently indented and end/,
    explain: () => undefined,
  },
  {
    when: /ALIAS|ANCHOR|TAG_|_TAGS|DIRECTIVE|PROP_ORDER|COLLECTION_TYPE/,
    explain: () => undefined,
  },
  { when: /Tags and anchors must|directives-end\/doc-start/, explain: () => undefined },
  {
    when: /TAB_AS_INDENT/,
    explain: say("This line is indented with a tab.", "Indent with spaces; YAML takes no tabs."),
  },
  {
    when: /Comments must be separated/,
    explain: say(
      "There is no space before this #.",
      "Put a space before the # of a comment; if it is text, put the text in quotes.",
    ),
  },
  { when: /MULTILINE_IMPLICIT_KEY/, explain: keyOverLines },
  { when: /Implicit map keys need/, explain: keyWithoutColon },
  {
    when: /All mapping items must/,
    explain: (start, _end, text) => ({
      message: "This key stands in another column than the keys of its map above.",
      help: "Give all keys of a map the same indentation.",
      ...nextWord(text, start),
    }),
  },
  { when: /Nested mappings are not/, explain: nestedMap },
  { when: /block sequence may not be|All sequence items must/, explain: strayItem },
  {
    when: /BAD_SCALAR_START/,
    explain: (start, _end, text) => ({
      message: `A text without quotes cannot begin with ${text[start]}.`,
      help: "Put the text in quotes.",
    }),
  },
  { when: /at node end/, explain: textAfterValue },
  {
    when: /Unexpected , in|Unexpected empty item/,
    explain: say("There is a comma too many here.", "Delete it, or write the missing value."),
  },
  {
    when: /block-seq-ind on same line/,
    explain: say(
      "A list cannot begin on the line of its key.",
      "Begin it on the next line, or write it in brackets: [a, b]. If it is text, quote it.",
    ),
  },
  {
    when: /Not a YAML token/,
    explain: say(
      "Nothing may follow a | or > on its line.",
      "Begin the text on the next line. If the | or > is part of a text, put the text in quotes.",
    ),
  },
  {
    when: /Block scalar header/,
    explain: say(
      "This is no way to begin a text of several lines.",
      "Write | or >, then + or - or nothing. If it is part of a text, put the text in quotes.",
    ),
  },
  {
    when: /Block scalar/,
    explain: say(
      "This line is indented less than the first line of its text.",
      "Give all lines of a | or > text at least the indentation of the first.",
    ),
  },
  {
    when: /BLOCK_IN_FLOW/,
    explain: say(
      "There are two colons in one entry between brackets.",
      "Put a comma between two entries; put a text that has a colon in quotes.",
    ),
  },
  { when: /Missing space after :/, explain: noSpaceAfterColon },
  {
    when: /Missing , (or : )?between/,
    explain: (start, _end, text) => ({
      message: "A comma is missing before this.",
      help: "Put a comma between the entries. If it is all one text, put it in quotes.",
      ...nextWord(text, start),
    }),
  },
  {
    when: /Sequence item without -/,
    explain: (start, _end, text) => ({
      message: "This stands among the items of a list, but has no dash.",
      help: "Write - and a space before it, or indent it differently.",
      ...nextWord(text, start),
    }),
  },
  {
    when: /BAD_DQ_ESCAPE/,
    explain: (start, _end, text) => ({
      message: `${text.slice(start, start + 2)} is not an escape that YAML knows.`,
      help: "Write \\\\ for a backslash, or use single quotes, which have no escapes.",
      end: start + 2,
    }),
  },
  {
    when: /KEY_OVER_1024/,
    explain: say(
      "This key is too long: over 1,024 characters.",
      "Is a quote or a line end missing?",
    ),
  },
  {
    when: /same line with directives-end/,
    explain: say("Nothing may follow --- on its line.", "Begin the plan on the next line."),
  },
  {
    when: /YAML stream/,
    explain: say(
      "What follows from here on does not belong to what stands above.",
      "Look for wrong indentation, or a map and a list mixed, at this line.",
    ),
  },
];

/** How far around a mistake one looks for its words; lines of a hostile file have no end. */
const farthest = 400;

/** The first word at or after an offset, over spaces, line ends and comments. */
function nextWord(text: string, from: number): { readonly start: number; readonly end: number } {
  let start = from;
  while (start < text.length && /\s/.test(text[start] ?? "")) {
    start += 1;
    if (text[start] !== "#") continue;
    const feed = text.indexOf("\n", start);
    start = feed === -1 ? text.length : feed;
  }
  if (start >= text.length) return { start: from, end: Math.min(from + 1, text.length) };
  const length = text.slice(start, start + farthest).search(/[\s:,]|$/);
  return { start, end: start + Math.max(1, length) };
}

/** The offset of the end of an offset's line, without the spaces before it. */
function lineEnd(text: string, from: number): number {
  const [line = ""] = text.slice(from, from + farthest).split("\n", 1);
  return from + line.trimEnd().length;
}

function keyOverLines(start: number, _end: number, text: string): Explanation {
  if (/^-\s/.test(text.slice(start, start + 2))) return strayItem(start, start, text);
  const end = lineEnd(text, start);
  const line = text.slice(start, end);
  if (isInBrackets(text, start)) {
    return {
      message: "A comma is missing at the end of this line.",
      help: "Put a comma between the entries. If it is all one text, put it in quotes.",
      start,
      end,
    };
  }
  if (/^[^\s:]+:[^\s:]/.test(line)) return noSpaceAfterColon(start, end, text);
  return {
    message: `${shorten(line)} has no colon after it, so it runs into the next line.`,
    help: "Write a key, a colon, a space and a value; or indent it, if it continues the text above.",
    start,
    end,
  };
}

function keyWithoutColon(start: number, end: number, text: string): Explanation {
  const key = text.slice(start, end);
  if (/^[^\s:]+:[^\s:]/.test(key)) return noSpaceAfterColon(start, end, text);
  return {
    message: `${shorten(key)} has no colon after it.`,
    help: "Write a key, a colon, a space and a value; or indent it, if it continues the text above.",
  };
}

function noSpaceAfterColon(start: number, _end: number, text: string): Explanation {
  const colon = text.indexOf(":", start);
  return {
    message: "There is no space after this colon.",
    help: "Write the colon and a space between a key and its value.",
    start: colon,
    end: colon + 1,
  };
}

/** A map inside a value: a colon in the value's text, or a next line that is indented too far. */
function nestedMap(start: number, _end: number, text: string): Explanation {
  const end = lineEnd(text, start);
  if (/:(?=\s|$)/.test(text.slice(start, end))) {
    return {
      message: "This text has a colon and a space in it, so YAML takes it for another key.",
      help: `Put the text in quotes: "${shorten(text.slice(start, end))}"`,
      start,
      end,
    };
  }
  return {
    message: "This line is indented more than the key above it, which has a value already.",
    help: "Give it the indentation of that key; or put quotes around the text of several lines.",
    ...nextWord(text, end),
  };
}

function strayItem(start: number, _end: number, text: string): Explanation {
  return {
    message:
      "This item of a list stands where none can: the list began in another column, or none did.",
    help: "Give all items of a list the same indentation, under the key that they belong to.",
    ...nextWord(text, start),
  };
}

function textAfterValue(start: number, end: number, text: string): Explanation {
  const before = text.slice(0, start).trimEnd().at(-1) ?? "";
  if (before === '"' || before === "'") {
    return {
      message: `The text goes on after its closing ${before}.`,
      help:
        before === "'"
          ? "Write '' for a ' inside single quotes."
          : 'Write \\" for a " inside quotes.',
      end: Math.max(end, start + 1),
    };
  }
  return {
    message: "This does not belong to the value before it.",
    help: "If it is all one text, put it in quotes; else give it a key or a line of its own.",
  };
}

/** Whether a bracket is open on the line before an offset. */
function isInBrackets(text: string, offset: number): boolean {
  const around = text.slice(Math.max(0, offset - farthest), offset);
  const before = around.slice(around.lastIndexOf("\n") + 1);
  const opened = before.match(/[[{]/g)?.length ?? 0;
  return opened > (before.match(/[\]}]/g)?.length ?? 0);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
