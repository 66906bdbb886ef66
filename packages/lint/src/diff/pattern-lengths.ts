/** How many characters a text has at least and at most; null: without end. */
export interface Lengths {
  readonly min: number;
  readonly max: number | null;
}

/**
 * The lengths of the texts that match an anchored pattern; null where it is not anchored at both
 * ends, or uses what this does not read (lookarounds, back references).
 */
export function patternLengths(pattern: string): Lengths | null {
  if (!pattern.startsWith("^") || !pattern.endsWith("$") || pattern.endsWith("\\$")) return null;
  const reader = new PatternReader(pattern.slice(1, -1));
  const lengths = reader.alternatives();
  return lengths !== null && reader.isDone && !reader.hasTopLevelChoice ? lengths : null;
}

class PatternReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  hasTopLevelChoice = false;

  constructor(text: string) {
    this.#text = text;
  }

  get isDone(): boolean {
    return this.#at === this.#text.length;
  }

  alternatives(): Lengths | null {
    let all = this.#sequence();
    while (all !== null && this.#take("|")) {
      if (this.#depth === 0) this.hasTopLevelChoice = true;
      const other = this.#sequence();
      all = other === null ? null : eitherOf(all, other);
    }
    return all;
  }

  #sequence(): Lengths | null {
    let whole: Lengths = { min: 0, max: 0 };
    while (!this.isDone && !"|)".includes(this.#text.charAt(this.#at))) {
      const atom = this.#atom();
      if (atom === null) return null;
      const times = this.#quantifier();
      if (times === null) return null;
      whole = both(whole, repeated(atom, times));
    }
    return whole;
  }

  #atom(): Lengths | null {
    const one = { min: 1, max: 1 };
    if (this.#take("(")) return this.#group();
    if (this.#take("[")) {
      const end = /^(?:\\.|[^\]\\])*\]/su.exec(this.#text.slice(this.#at));
      if (end === null) return null;
      this.#at += end[0].length;
      return one;
    }
    if (this.#take("\\")) {
      const escaped = /^(?:[dDwWsSnrtfv.*+?()[\]{}|^$\\/-]|x[\da-f]{2}|u[\da-f]{4})/iu.exec(
        this.#text.slice(this.#at),
      );
      if (escaped === null) return null;
      this.#at += escaped[0].length;
      return one;
    }
    const character = [...this.#text.slice(this.#at, this.#at + 2)][0] ?? "";
    if ("*+?{^$".includes(character)) return null;
    this.#at += character.length;
    return one;
  }

  #group(): Lengths | null {
    if (this.#take("?")) {
      const name = /^(?::|<[A-Za-z]\w*>)/.exec(this.#text.slice(this.#at));
      if (name === null) return null;
      this.#at += name[0].length;
    }
    this.#depth++;
    const inner = this.alternatives();
    this.#depth--;
    return this.#take(")") ? inner : null;
  }

  #quantifier(): Lengths | null {
    const found = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(this.#text.slice(this.#at));
    if (found === null) return { min: 1, max: 1 };
    this.#at += found[0].length;
    const [sign] = found[0];
    if (sign === "*") return { min: 0, max: null };
    if (sign === "+") return { min: 1, max: null };
    if (sign === "?") return { min: 0, max: 1 };
    const min = Number(found[1]);
    const most = found[3] ?? "";
    return { min, max: found[2] === undefined ? min : most === "" ? null : Number(most) };
  }

  #take(character: string): boolean {
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }
}

function both(a: Lengths, b: Lengths): Lengths {
  return { min: a.min + b.min, max: a.max === null || b.max === null ? null : a.max + b.max };
}

function eitherOf(a: Lengths, b: Lengths): Lengths {
  return {
    min: Math.min(a.min, b.min),
    max: a.max === null || b.max === null ? null : Math.max(a.max, b.max),
  };
}

function repeated(atom: Lengths, times: Lengths): Lengths {
  const most = atom.max === 0 || times.max === 0 ? 0 : null;
  const max = atom.max === null || times.max === null ? most : atom.max * times.max;
  return { min: atom.min * times.min, max };
}
