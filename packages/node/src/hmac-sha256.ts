import * as crypto from "node:crypto";

/** SHA-256's block, in bytes. */
const BLOCK = 64;
/** Texts of more bytes than this are hashed the slow way. */
const ROOM = 1_024;

/**
 * HMAC-SHA-256 (RFC 2104) under a secret; the answer is base64url. By two one-shot hashes, which
 * together take half of what `createHmac` takes; by that where Node has no one-shot hash (20.0 to 20.11).
 */
export function hmacSha256(secret: string): (text: string) => string {
  const key = crypto.createSecretKey(secret, "utf8");
  const slowly = (text: string): string =>
    crypto.createHmac("sha256", key).update(text).digest("base64url");
  if (!("hash" in crypto)) return slowly;
  const { hash } = crypto;
  const given = key.export();
  const block = Buffer.alloc(BLOCK);
  (given.length > BLOCK ? crypto.createHash("sha256").update(given).digest() : given).copy(block);
  const inner = Buffer.alloc(BLOCK + ROOM);
  const outer = Buffer.alloc(BLOCK + 32);
  for (const [at, byte] of block.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  return (text) => {
    // A character takes three bytes at most.
    if (text.length * 3 > ROOM) return slowly(text);
    const end = BLOCK + inner.write(text, BLOCK);
    outer.write(hash("sha256", inner.subarray(0, end), "binary"), BLOCK, "binary");
    return hash("sha256", outer, "base64url");
  };
}
