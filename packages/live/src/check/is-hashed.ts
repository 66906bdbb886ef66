/** What arrives of a hashed value: the key's id, then at least 128 bits of the keyed hash. */
const hashedShape = /^h1_[A-Za-z0-9-]{1,32}_[A-Za-z0-9_-]{22,86}$/;

/** Whether a value has the shape of a keyed hash that our clients make. */
export function isHashed(value: unknown): boolean {
  return typeof value === "string" && hashedShape.test(value);
}
