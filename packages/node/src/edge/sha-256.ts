/** The first 32 bits of the fractional parts of a root of each of the first 64 primes. */
function rootsOfPrimes(count: number, power: number): Int32Array {
  const roots = new Int32Array(count);
  let found = 0;
  for (let n = 2; found < count; n++) {
    let isPrime = true;
    for (let by = 2; by * by <= n; by++) if (n % by === 0) isPrime = false;
    if (isPrime) roots[found++] = (n ** power % 1) * 2 ** 32;
  }
  return roots;
}

const START = rootsOfPrimes(8, 1 / 2);
const ROUNDS = rootsOfPrimes(64, 1 / 3);
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/**
 * SHA-256 (FIPS 180-4) of some bytes, at once: WebCrypto's own answers later, and an event must be
 * finished within its call.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, bytes.length / 2 ** 29);
  padded.setUint32(padded.byteLength - 4, bytes.length << 3);
  const state = START.slice();
  const words = new Int32Array(64);
  for (let at = 0; at < padded.byteLength; at += 64) mix(state, words, padded, at);
  const digest = new DataView(new ArrayBuffer(32));
  for (const [at, word] of state.entries()) digest.setInt32(at * 4, word);
  return new Uint8Array(digest.buffer);
}

/** Mixes one block of 64 bytes into the state. */
function mix(state: Int32Array, words: Int32Array, block: DataView, from: number): void {
  for (let at = 0; at < 16; at++) words[at] = block.getInt32(from + at * 4);
  for (let at = 16; at < 64; at++) {
    const near = words[at - 2] ?? 0;
    const far = words[at - 15] ?? 0;
    const small = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
    const large = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
    words[at] = (words[at - 16] ?? 0) + small + (words[at - 7] ?? 0) + large;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const large = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = h + large + ((e & f) ^ (~e & g)) + (ROUNDS[at] ?? 0) + (words[at] ?? 0);
    const small = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = small + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + word;
}
