/** A place in a pattern. */
interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * The shortest text, more or less, that a regular expression asks for; always the same. It reads what
 * plans are written in: literals, classes, groups, choices, repetitions; null for what it does not read
 * (look-around, back-references). `least` is how many characters are wanted, where repetitions allow.
 */
export function samplePattern(pattern: string, least = 0): string | null {
  // One repetition more at a time, until the text is long enough or grows no more.
  for (let more = 0; more <= 64; more++) {
    const cursor: Cursor = { text: pattern, at: 0 };
    const text = choice(cursor, more);
    if (text === null || cursor.at < pattern.length) return null;
    if ([...text].length >= least) return text;
  }
  return null;
}

/** `a|b`: the first branch. */
function choice(cursor: Cursor, more: number): string | null {
  const first = sequence(cursor, more);
  if (first === null) return null;
  while (cursor.text[cursor.at] === "|") {
    cursor.at++;
    if (sequence(cursor, more) === null) return null;
  }
  return first;
}

function sequence(cursor: Cursor, more: number): string | null {
  let text = "";
  while (cursor.at < cursor.text.length) {
    const next = cursor.text[cursor.at];
    if (next === "|" || next === ")") break;
    const unit = atom(cursor, more);
    if (unit === null) return null;
    const times = repetition(cursor, more);
    if (times === null) return null;
    text += unit.repeat(times);
  }
  return text;
}

function atom(cursor: Cursor, more: number): string | null {
  const next = cursor.text[cursor.at] ?? "";
  cursor.at++;
  if (next === "^" || next === "$") return "";
  if (next === ".") return "a";
  if (next === "(") return group(cursor, more);
  if (next === "[") return characterClass(cursor);
  if (next === "\\") return escaped(cursor);
  if ("*+?{".includes(next)) return null;
  const code = cursor.text.codePointAt(cursor.at - 1) ?? 0;
  const character = String.fromCodePoint(code);
  cursor.at += character.length - 1;
  return character;
}

function group(cursor: Cursor, more: number): string | null {
  const rest = cursor.text.slice(cursor.at);
  const opening = /^\?(?::|<[A-Za-z_$][\w$]*>)/.exec(rest);
  if (opening !== null) cursor.at += opening[0].length;
  else if (rest.startsWith("?")) return null;
  const text = choice(cursor, more);
  if (cursor.text[cursor.at] !== ")") return null;
  cursor.at++;
  return text;
}

/** How often: the least that is asked for, and `more` where more is allowed. */
function repetition(cursor: Cursor, more: number): number | null {
  const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(cursor.text.slice(cursor.at));
  if (found === null) return cursor.text[cursor.at] === "{" ? null : 1;
  cursor.at += found[0].length;
  const [whole, from, comma, to] = found;
  if (whole.startsWith("?")) return Math.min(1, more);
  if (whole.startsWith("*")) return more;
  if (whole.startsWith("+")) return 1 + more;
  const least = Number(from);
  if (comma === undefined) return least;
  return to === "" || to === undefined ? least + more : Math.min(Number(to), least + more);
}

const shorthands: Readonly<Record<string, string>> = {
  d: "1",
  w: "a",
  s: " ",
  D: "a",
  W: "-",
  S: "a",
};
const controls: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", f: "\f", v: "\v" };

function escaped(cursor: Cursor): string | null {
  const next = cursor.text[cursor.at] ?? "";
  cursor.at++;
  const known = shorthands[next] ?? controls[next];
  if (known !== undefined) return known;
  if (next === "p") {
    const name = /^\{([^}]+)\}/.exec(cursor.text.slice(cursor.at));
    if (name === null) return null;
    cursor.at += name[0].length;
    return unicodeSample(name[1] ?? "");
  }
  if (next === "u") {
    const code = /^(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/i.exec(cursor.text.slice(cursor.at));
    if (code === null) return null;
    cursor.at += code[0].length;
    return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? "", 16));
  }
  if (next === "b") return "";
  return /[A-Za-z0-9]/.test(next) ? null : next;
}

/** The first of a few characters that has a Unicode property. */
function unicodeSample(name: string): string | null {
  try {
    const has = new RegExp(`^\\p{${name}}$`, "u");
    return [..."aA1-_ .,+$éЖ漢"].find((it) => has.test(it)) ?? null;
  } catch {
    return null;
  }
}

/** A class's own text is asked which of the usual characters it takes. */
function characterClass(cursor: Cursor): string | null {
  const start = cursor.at - 1;
  let end = cursor.at;
  if (cursor.text[end] === "^") end++;
  while (end < cursor.text.length && cursor.text[end] !== "]")
    end += cursor.text[end] === "\\" ? 2 : 1;
  if (end >= cursor.text.length) return null;
  cursor.at = end + 1;
  try {
    const takes = new RegExp(`^${cursor.text.slice(start, end + 1)}$`, "u");
    return [...usual].find((it) => takes.test(it)) ?? anyOf(takes);
  } catch {
    return null;
  }
}

const usual = "aAb1x0-_ .:/+#@%éЖ漢";

function anyOf(takes: RegExp): string | null {
  for (let code = 33; code < 0x3000; code++) {
    const character = String.fromCodePoint(code);
    if (takes.test(character)) return character;
  }
  return null;
}
