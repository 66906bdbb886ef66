/**
 * A fast source of uuid v7 (RFC 9562, section 5.7): 48 bits of the time in ms, then 74 random bits.
 * Sortable by time, so PostHog stores neighbours together. `hex` gives random hexadecimal digits.
 */
export function createUuidV7(now: () => number, hex: (digits: number) => string): () => string {
  let last = 0;
  let prefix = "";
  return () => {
    const time = now();
    if (time !== last) {
      const digits = time.toString(16).padStart(12, "0");
      prefix = `${digits.slice(0, 8)}-${digits.slice(8)}-7`;
    }
    last = time;
    const random = hex(19);
    const variant = "89ab"[Number.parseInt(random.slice(18), 16) & 3];
    return `${prefix}${random.slice(0, 3)}-${variant}${random.slice(3, 6)}-${random.slice(6, 18)}`;
  };
}

/** Whether PostHog reads this as a uuid. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
