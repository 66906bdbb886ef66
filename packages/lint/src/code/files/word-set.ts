/** Bits for one identifier: one in sixteen that is not there looks as if it were. */
const BITS_FOR_ONE = 16;
const SMALLEST = 64;

const IS_WORD = new Uint8Array(256);
for (let code = 0; code < 256; code++)
  if (/[\w$]/.test(String.fromCharCode(code)) || code >= 128) IS_WORD[code] = 1;

/**
 * The identifiers of a file as a Bloom filter, made in one pass over its bytes: which files could hold
 * a word is asked again in each round, and never by reading a file twice.
 */
export function wordsOf(bytes: Uint8Array): Uint8Array {
  const hashes = new Set<number>();
  const { length } = bytes;
  let hash = 0;
  let isInside = false;
  for (let i = 0; i < length; i++) {
    const code = bytes[i] as number;
    if (IS_WORD[code] === 1) {
      hash = isInside ? (Math.imul(hash, 31) + code) | 0 : code;
      isInside = true;
    } else if (isInside) {
      hashes.add(hash);
      isInside = false;
    }
  }
  if (isInside) hashes.add(hash);
  const size = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, hashes.size * BITS_FOR_ONE)));
  const bits = new Uint8Array(size / 8);
  for (const it of hashes) {
    const at = spread(it) & (size - 1);
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits;
}

/** Whether a file can hold an identifier: never wrong in saying no. */
export function mayHold(words: Uint8Array, hash: number): boolean {
  const at = spread(hash) & (words.length * 8 - 1);
  return ((words[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

/** The hash under which an identifier is looked for. */
export function hashWord(word: string): number {
  let hash = 0;
  for (const [i, code] of Buffer.from(word, "utf8").entries())
    hash = i === 0 ? code : (Math.imul(hash, 31) + code) | 0;
  return hash;
}

function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
