/** The characters that mean something in YAML, as UTF-16 code units. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const DOUBLE = 34;
export const HASH = 35;
export const PERCENT = 37;
export const SINGLE = 39;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const COLON = 58;
export const GREATER = 62;
export const OPEN_SEQ = 91;
export const BACKSLASH = 92;
export const CLOSE_SEQ = 93;
export const OPEN_MAP = 123;
export const PIPE = 124;
export const CLOSE_MAP = 125;
export const BYTE_ORDER_MARK = 0xfeff;

/** Characters that may begin an unquoted scalar whatever follows them. */
export const plainStart: Uint8Array = new Uint8Array(128);
for (const character of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./+$()<=;^~\\") {
  plainStart[character.charCodeAt(0)] = 1;
}

/** Characters that stand inside an unquoted scalar whatever surrounds them, in flow collections too. */
export const plainInside: Uint8Array = new Uint8Array(65536).fill(1);
for (const character of "\t\n\r :,[]{}") plainInside[character.charCodeAt(0)] = 0;

/** What stands for what after a backslash in double quotes. */
export const escapes: ReadonlyMap<number, string> = new Map(
  [
    ["0", "\0"],
    ["a", "\x07"],
    ["b", "\b"],
    ["e", "\x1b"],
    ["f", "\f"],
    ["n", "\n"],
    ["r", "\r"],
    ["t", "\t"],
    ["v", "\v"],
    ["N", "\u0085"],
    ["_", "\u00a0"],
    ["L", "\u2028"],
    ["P", "\u2029"],
    [" ", " "],
    ['"', '"'],
    ["/", "/"],
    ["\\", "\\"],
  ].map(([name = "", meaning = ""]) => [name.charCodeAt(0), meaning] as const),
);

/** Whether it is a space, a tab or part of a line break. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB;
}

/** Whether it ends an unquoted scalar in a flow collection. */
export function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA ||
    code === OPEN_SEQ ||
    code === CLOSE_SEQ ||
    code === OPEN_MAP ||
    code === CLOSE_MAP
  );
}

/** Whether a line begins as `---` or `...` do. */
export function isMarker(text: string, at: number, code: number): boolean {
  if (code !== DASH && code !== DOT) return false;
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code;
}
