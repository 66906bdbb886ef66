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
  const cache = new Map<string, string>();
  return (piiClass, value) => {
    const seen = `${piiClass}\0${value}`;
    const known = cache.get(seen);
    if (known !== undefined) return known;
    const plain = piiClass === "email" ? normaliseEmail(value, platform.asciiDomain) : value.trim();
    const hash = `h1_${key.id}_${hmac(`${piiClass}\0${plain}`).slice(0, 32)}`;
    if (cache.size >= HASH_CACHE) cache.delete(cache.keys().next().value as string);
    cache.set(seen, hash);
    return hash;
  };
}
