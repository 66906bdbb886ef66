const integer = /^[-+]?[0-9]+$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

const words: ReadonlyMap<string, boolean | number | null> = new Map<
  string,
  boolean | number | null
>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Infinity] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, -Infinity] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
]);

/**
 * What an unquoted scalar means under the YAML 1.2 core schema: null, a boolean, a number, or the
 * text itself.
 */
export function resolvePlainScalar(source: string): string | number | boolean | null {
  const first = source.charCodeAt(0);
  if (isNumberStart(first)) {
    const number = resolveNumber(source);
    if (number !== undefined) return number;
    return wordOrText(source);
  }
  return source.length <= 5 && isWordStart(first) ? wordOrText(source) : source;
}

function wordOrText(source: string): string | number | boolean | null {
  const word = words.get(source);
  return word === undefined ? source : word;
}

/** A digit, `+`, `-` or `.`. */
function isNumberStart(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}

/** The first letter of `null`, `true` or `false`, a `~`, or nothing at all. */
function isWordStart(code: number): boolean {
  if (Number.isNaN(code)) return true;
  const lower = code | 32;
  return lower === 110 || lower === 116 || lower === 102 || code === 126;
}

function resolveNumber(source: string): number | undefined {
  if (integer.test(source)) return Number.parseInt(source, 10);
  if (float.test(source)) return Number.parseFloat(source);
  if (octal.test(source)) return Number.parseInt(source.slice(2), 8);
  if (hexadecimal.test(source)) return Number.parseInt(source.slice(2), 16);
  return undefined;
}
