const DIGITS = "0123456789abcdef";
/** Milliseconds in which all but the last three digits of the time stay as they are. */
const SPAN = 4_096;

/**
 * A fast source of uuid v7 (RFC 9562, section 5.7): 48 bits of the time in ms, then 74 random bits.
 * Sortable by time, so PostHog stores neighbours together. `hex` gives random hexadecimal digits.
 */
export function createUuidV7(now: () => number, hex: (digits: number) => string): () => string {
  let last = -1;
  let lastSpan = -1;
  let head = "";
  let prefix = "";
  return () => {
    const time = now();
    if (time !== last) {
      const span = Math.floor(time / SPAN);
      const low = time % SPAN;
      if (span !== lastSpan) {
        const digits = span.toString(16).padStart(9, "0");
        head = `${digits.slice(0, 8)}-${digits[8]}`;
      }
      lastSpan = span;
      prefix = `${head}${DIGITS[low >> 8]}${DIGITS[(low >> 4) & 15]}${DIGITS[low & 15]}-7`;
    }
    last = time;
    const random = hex(19);
    const code = random.charCodeAt(18);
    // The digit's value, of which two bits are random and two say which variant of uuid it is.
    const variant = "89ab"[((code & 15) + (code >> 6) * 9) & 3];
    return `${prefix}${random.slice(0, 3)}-${variant}${random.slice(3, 6)}-${random.slice(6, 18)}`;
  };
}

/** Whether PostHog reads this as a uuid. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
