/** A uuid v7 (RFC 9562, section 5.7). `getRandomValues` is there on insecure origins too. */
export function pageUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(19));
  const random = Array.from(bytes, (byte) => (byte & 15).toString(16)).join("");
  // Eleven digits until the year 2527, and every byte of a page counts.
  const time = `0${Date.now().toString(16)}`;
  const variant = "89ab"[Number(bytes[18]) & 3];
  return `${time}7${random.slice(0, 3)}${variant}${random.slice(3, 18)}`.replace(
    /(.{8})(.{4})(.{4})(.{4})/,
    "$1-$2-$3-$4-",
  );
}
