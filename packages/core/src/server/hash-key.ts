import type { Hasher } from "../hasher";
import { HASH_CACHE, HASH_SECRET_BYTES } from "../limits";
import type { Report } from "../report";
import { normaliseEmail } from "./normalise-email";
import type { ServerPlatform } from "./server-platform";

/** The key under which PII is hashed. Keep it on servers; a new `id` starts a new set of hashes. */
export interface HashKey {
  /** Letters, digits and hyphens, up to 32; it stands in each hash, so that keys can be told apart. */
  readonly id: string;
  /** At least 32 bytes that nobody can guess. */
  readonly secret: string;
}

/**
 * Hashes under a key: HMAC-SHA-256 of `<class>\0<value>`, so that equal values of two classes do
 * not meet, written as `h1_<key id>_<base64url of 192 bits>`. Undefined for a key that is no
 * protection: then PII is dropped.
 */
export function createHasher(
  key: HashKey | undefined,
  platform: ServerPlatform,
  report: Report,
): Hasher | undefined {
  if (!key) return undefined;
  if (!/^[\dA-Za-z-]{1,32}$/.test(key.id) || platform.bytes(key.secret) < HASH_SECRET_BYTES) {
    report(
      "hash_key",
      `it needs an id of letters, digits or hyphens and a secret of ${HASH_SECRET_BYTES} bytes or more`,
    );
    return undefined;
  }
  const hmac = platform.hmac(key.secret);
  function make(piiClass: string, value: string): string {
    const plain = piiClass === "email" ? normaliseEmail(value, platform.asciiDomain) : value.trim();
    return `h1_${key?.id}_${hmac(`${piiClass}\0${plain}`).slice(0, 32)}`;
  }

  const known = createCache();
  return (piiClass, value) => {
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || !text) return undefined;
    const seen = known.find(piiClass, text);
    if (seen !== undefined) return seen;
    const hash = make(piiClass, text);
    known.keep(piiClass, text, hash);
    return hash;
  };
}

type Generation = Map<string, Map<string, string>>;

/**
 * Remembers the hashes that were asked for last, in two generations, of which the older goes when the
 * younger is full. By class, and not by both in one text: to put them together would cost more than
 * all the rest.
 */
function createCache() {
  let young: Generation = new Map();
  let old: Generation = new Map();
  let size = 0;

  function keep(piiClass: string, value: string, hash: string): void {
    if (size * 2 >= HASH_CACHE) {
      old = young;
      young = new Map();
      size = 0;
    }
    size++;
    const ofClass = young.get(piiClass) ?? new Map<string, string>();
    young.set(piiClass, ofClass.set(value, hash));
  }

  return {
    keep,
    find(piiClass: string, value: string): string | undefined {
      const seen = young.get(piiClass)?.get(value);
      if (seen !== undefined) return seen;
      const hash = old.get(piiClass)?.get(value);
      if (hash !== undefined) keep(piiClass, value, hash);
      return hash;
    },
  };
}
