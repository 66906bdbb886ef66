/**
 * Hashes one PII value of a class; undefined when it cannot (no key, no text or number), and then the
 * value is dropped. Synchronous, for an event must be finished within the call.
 */
export type Hasher = (piiClass: string, value: unknown) => string | undefined;

/** Whether a value was hashed by a server of ours: key id, then at least 128 bits of base64url. */
export function isHashed(value: unknown): value is string {
  // The regular expression alone costs as much as finding a hash that is known.
  return (
    typeof value === "string" &&
    value[0] === "h" &&
    /^h1_[\dA-Za-z-]{1,32}_[\w-]{22,86}$/.test(value)
  );
}
