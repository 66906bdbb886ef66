import { CST, Lexer, Parser } from "yaml";
import { maxTokens } from "./limits.js";
import type { YamlProblem } from "./node.js";

/** Thrown where a text has more tokens than the full reader can hold. */
export class TooManyTokens extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super("The text has too many tokens.");
    this.offset = offset;
  }
}

interface Bracket {
  readonly character: string;
  readonly offset: number;
}

const closing: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/**
 * Parses a text into the yaml package's tokens and reports, as they go by, what only they show
 * exactly: anchors, aliases, tags, directives, and the quotes and brackets that are left open.
 */
export function* watchTokens(
  text: string,
  report: (problem: YamlProblem) => void,
): Generator<CST.Token> {
  const watch = new TokenWatch(report);
  const parser = new Parser();
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > maxTokens) throw new TooManyTokens(watch.offset);
    watch.see(lexeme);
    yield* parser.next(lexeme);
  }
  watch.closeAll();
  yield* parser.end();
}

class TokenWatch {
  private readonly report: (problem: YamlProblem) => void;
  offset = 0;
  private inScalar = false;
  private brackets: Bracket[] = [];

  constructor(report: (problem: YamlProblem) => void) {
    this.report = report;
  }

  see(lexeme: string): void {
    if (this.inScalar) {
      this.inScalar = false;
      this.offset += lexeme.length;
      return;
    }
    const type = CST.tokenType(lexeme);
    if (type === "scalar") this.inScalar = true;
    else if (type === "flow-error-end") this.closeAll();
    else if (type !== "doc-mode") {
      this.seeToken(type, lexeme);
      this.offset += lexeme.length;
    }
  }

  /** Reports the brackets that are still open. */
  closeAll(): void {
    for (const { character, offset } of this.brackets)
      this.report(unclosedBracket(character, offset));
    this.brackets = [];
  }

  private seeToken(type: CST.TokenType | null, lexeme: string): void {
    const start = this.offset;
    const end = start + lexeme.length;
    switch (type) {
      case "anchor":
      case "alias":
        this.report({ ...anchorOrAlias(lexeme), start, end });
        break;
      case "tag":
        this.report({ ...tag(lexeme), start, end });
        break;
      case "directive-line":
        this.report({ ...directive(lexeme), start, end });
        break;
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        this.seeQuoted(lexeme);
        break;
      case "flow-map-start":
      case "flow-seq-start":
        this.brackets.push({ character: lexeme, offset: start });
        break;
      case "flow-map-end":
      case "flow-seq-end":
        this.seeClosing(lexeme);
        break;
      default:
    }
  }

  private seeQuoted(lexeme: string): void {
    const quote = lexeme[0] ?? "";
    if (lexeme.length > 1 && lexeme.endsWith(quote)) return;
    this.report(unclosedQuote(quote, this.offset));
    // The text that began here has taken the closing brackets with it.
    this.brackets = [];
  }

  private seeClosing(lexeme: string): void {
    const open = this.brackets.pop();
    const wanted = open && closing[open.character];
    if (wanted === lexeme) return;
    this.report({
      code: "yaml-syntax",
      message: open
        ? `This ${lexeme} closes what a ${open.character} opened.`
        : `This ${lexeme} closes nothing: no bracket is open here.`,
      help: open ? `Write ${wanted} here.` : "Delete it, or put the text in quotes.",
      start: this.offset,
      end: this.offset + 1,
    });
  }
}

function anchorOrAlias(lexeme: string): Omit<YamlProblem, "start" | "end"> {
  const kind = lexeme.startsWith("&") ? "an anchor" : "an alias";
  return {
    code: "yaml-alias",
    message: `${shorten(lexeme)} is ${kind}; plans have no anchors and aliases.`,
    help: "Write a property group or a template instead. If this is text, put it in quotes.",
  };
}

function tag(lexeme: string): Omit<YamlProblem, "start" | "end"> {
  return {
    code: "yaml-syntax",
    message: `${shorten(lexeme)} is a YAML tag; plans have no tags.`,
    help: "Delete it. If this is text, put it in quotes.",
  };
}

function directive(lexeme: string): Omit<YamlProblem, "start" | "end"> {
  return {
    code: "yaml-syntax",
    message: `${shorten(lexeme)} is a YAML directive; plans have none.`,
    help: "Delete the line: plans are YAML 1.2 always.",
  };
}

function unclosedBracket(character: string, start: number): YamlProblem {
  return {
    code: "yaml-syntax",
    message: `This ${character} is not closed, or what it holds goes on too far left.`,
    help: `Add the missing ${closing[character]}, and indent the lines before it more than the line that opens it.`,
    start,
    end: start + 1,
  };
}

function unclosedQuote(quote: string, start: number): YamlProblem {
  return {
    code: "yaml-syntax",
    message: `The quote ${quote} that opens here is not closed.`,
    help:
      quote === '"'
        ? 'Add the closing ". A " inside the text is written \\".'
        : "Add the closing '. A ' inside the text is written ''.",
    start,
    end: start + 1,
  };
}

function shorten(lexeme: string): string {
  return lexeme.length > 40 ? `${lexeme.slice(0, 39)}…` : lexeme;
}
