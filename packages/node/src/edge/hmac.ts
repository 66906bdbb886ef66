import { sha256 } from "./sha-256";

/** SHA-256's block, in bytes. */
const BLOCK = 64;

/** HMAC-SHA-256 (RFC 2104) under a secret, without any built-in module; the answer is base64url. */
export function hmac(secret: string): (text: string) => string {
  const utf8 = new TextEncoder();
  const given = utf8.encode(secret);
  const key = new Uint8Array(BLOCK);
  key.set(given.length > BLOCK ? sha256(given) : given);
  const inner = key.map((byte) => byte ^ 0x36);
  const outer = key.map((byte) => byte ^ 0x5c);
  return (text) => base64url(sha256(joined(outer, sha256(joined(inner, utf8.encode(text))))));
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
