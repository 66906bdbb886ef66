import { isHashed } from "./hasher";
import { maskEmails } from "./mask-emails";

/** A shape that must not leave, besides e-mail addresses. */
export interface GuardPattern {
  /** What stands in its place, in brackets: `[card]`. */
  readonly name: string;
  /** Looked for in every text that is sent: its cost is the host's, so beware of nested repetition. */
  readonly shape: RegExp;
}

/** What the guard looks for, and where it does not. */
export interface GuardOptions {
  readonly patterns?: readonly GuardPattern[] | undefined;
  /** Properties that may travel as they are, lists of texts included: those that the plan allows. */
  readonly allow?: readonly string[] | undefined;
}

/** Ours, and asked of every event: nobody's data. */
const OURS = ["$lib", "$lib_version"];

/**
 * The last line behind the plan's decisions: masks e-mail addresses (`[email]`) and other shapes in
 * the JSON of an event's properties, and tells `masked` how many of which. Keys and hashed values
 * stay, and so does valid JSON. Without an address it costs a search for `@` and one for `%40`; with
 * one, time linear in the text. It throws only for what is no JSON.
 */
export function createGuard(
  { patterns = [], allow = [] }: GuardOptions,
  masked: (name: string, times: number) => void,
): (json: string) => string {
  // As JSON spells them, so that keys need not be read.
  const kept = new Set([...OURS, ...allow].map((name) => JSON.stringify(name)));
  const shapes = patterns.map(({ name, shape }) => ({
    name,
    shape: new RegExp(shape.source, `${shape.flags.replace(/[gy]/g, "")}g`),
  }));

  function mask(text: string): string {
    if (isHashed(text)) return text;
    let safe = maskEmails(text, masked);
    for (const { name, shape } of shapes) {
      let times = 0;
      safe = safe.replace(shape, (found) => {
        if (!found) return found;
        times++;
        return `[${name}]`;
      });
      if (times) masked(name, times);
    }
    return safe;
  }

  return (json) => {
    if (!shapes.length && !hasSign(json)) return json;
    let safe = "";
    let copied = 0;
    let end = -1;
    let key = "";
    for (let open = json.indexOf('"'); open >= 0; open = json.indexOf('"', end + 1)) {
      // An object that opens or closes in between has other keys.
      if (open - end > 2 && /[{}]/.test(json.slice(end + 1, open))) key = "";
      end = closingQuote(json, open);
      const literal = json.slice(open, end + 1);
      if (json[end + 1] === ":") key = literal;
      else if ((shapes.length || hasSign(literal)) && !kept.has(key)) {
        const text = JSON.parse(literal) as string;
        const other = mask(text);
        if (other === text) continue;
        safe += json.slice(copied, open) + JSON.stringify(other);
        copied = end + 1;
      }
    }
    return safe + json.slice(copied);
  };
}

function hasSign(text: string): boolean {
  return text.indexOf("@") >= 0 || text.indexOf("%40") >= 0;
}

/** Where the string that opens at `open` ends. */
function closingQuote(json: string, open: number): number {
  for (let end = json.indexOf('"', open + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end;
  }
  throw new SyntaxError("A string does not end.");
}
