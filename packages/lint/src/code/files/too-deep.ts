/** Nesting that a parser written by recursion still bears, with room to spare. */
const DEEPEST = 1_000;
/** Operators in a row, each of which nests the tree by one. */
const LONGEST = 3_000;
/** Shorter files cannot hold that much. */
const SHORTEST = 2_000;

/**
 * Whether code nests so deeply that parsing it could end the process: parsers recurse, and a native
 * one does not throw. Counts brackets and operators in the raw text, so strings count too.
 */
export function isTooDeep(text: string): boolean {
  if (text.length < SHORTEST) return false;
  let depth = 0;
  let row = 0;
  let elses = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x28: // (
      case 0x5b: // [
      case 0x7b: // {
      case 0x3c: // <
        if (++depth > DEEPEST && deepest(text) > DEEPEST) return true;
        break;
      case 0x29:
      case 0x5d:
      case 0x7d:
      case 0x3e:
        if (depth > 0) depth--;
        break;
      case 0x3b: // ;
      case 0x2c: // ,
      case 0x0a:
        if (text.charCodeAt(i) !== 0x0a) row = 0;
        break;
      case 0x2b: // +
      case 0x2d: // -
      case 0x21: // !
      case 0x7e: // ~
      case 0x3f: // ?
      case 0x3a: // :
      case 0x3d: // =
      case 0x26: // &
      case 0x7c: // |
      case 0x2e: // .
      case 0x2a: // *
      case 0x2f: // /
      case 0x25: // %
        if (++row > LONGEST) return true;
        break;
      case 0x65: // e, of `else`
        if (text.startsWith("else if", i) && ++elses > LONGEST) return true;
    }
  }
  return false;
}

/** The depth of brackets alone: `<` is mostly a comparison. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x28 || code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if ((code === 0x29 || code === 0x5d || code === 0x7d) && depth > 0) depth--;
  }
  const tags = text.match(/<[A-Za-z]/g)?.length ?? 0;
  const closed = text.match(/<\/|\/>/g)?.length ?? 0;
  return Math.max(most, tags - closed);
}
