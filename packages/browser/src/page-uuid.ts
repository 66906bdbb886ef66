/**
 * A uuid v7 (RFC 9562, section 5.7): 48 bits of the time in ms, 72 random ones. `getRandomValues` is
 * there on insecure origins too.
 */
export function pageUuid(): string {
  // As many as there are digits, so that each has its own.
  const random = crypto.getRandomValues(new Uint8Array(35));
  // The time has eleven digits until the year 2527, and every byte of a page counts.
  return `0${Date.now().toString(16)}-7xxx-8xxx-xxxxxxxxxxxx`
    .replace(/x/g, (_, at: number) => ((random[at] as number) & 15).toString(16))
    .replace(/.{8}/, "$&-");
}
