import { mostDepth } from "./limits.js";
import { Refusal } from "./refusal.js";

const quote = 0x22;
const backslash = 0x5c;

/** Parses JSON that is not nested deeper than stacks and readers bear. */
export function parseJson(bytes: Buffer): unknown {
  refuseDepth(bytes);
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "no JSON";
    // What the message quotes may be somebody's data.
    const where = /at position \d+|Unexpected end of JSON input/.exec(reason)?.[0] ?? "";
    throw new Refusal(400, `failed to parse request: invalid JSON ${where}`.trim());
  }
}

/** One look at each byte: brackets outside of strings. */
function refuseDepth(bytes: Buffer): void {
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) {
      // Native search: a string of a megabyte is passed in one step.
      let end = bytes.indexOf(quote, at + 1);
      while (end > 0 && isEscaped(bytes, end)) end = bytes.indexOf(quote, end + 1);
      if (end < 0) return;
      at = end;
    } else if (byte === 0x5b || byte === 0x7b) {
      depth++;
      if (depth > mostDepth)
        throw new Refusal(400, `failed to parse request: nested deeper than ${mostDepth} levels`);
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let slashes = 0;
  while (bytes[at - 1 - slashes] === backslash) slashes++;
  return slashes % 2 === 1;
}
