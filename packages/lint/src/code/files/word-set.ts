const IS_WORD = new Uint8Array(256);
for (let code = 0; code < 256; code++)
  if (/[\w$]/.test(String.fromCharCode(code)) || code >= 128) IS_WORD[code] = 1;

/**
 * The identifiers of a file as a list of hashes, made in one pass over its bytes: which files
 * could hold a word is asked again in each round, and never by reading a file twice.
 */
export function wordsOf(bytes: Uint8Array): Uint32Array {
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
      hashes.add(hash >>> 0);
      isInside = false;
    }
  }
  if (isInside) hashes.add(hash >>> 0);
  return Uint32Array.from(hashes);
}

/** The hash under which an identifier is looked for. */
export function hashWord(word: string): number {
  let hash = 0;
  for (const [i, code] of Buffer.from(word, "utf8").entries())
    hash = i === 0 ? code : (Math.imul(hash, 31) + code) | 0;
  return hash >>> 0;
}
