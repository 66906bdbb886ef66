/**
 * A uuid v7 (RFC 9562, section 5.7): 48 bits of the time in ms, 72 random ones. `getRandomValues` is
 * there on insecure origins too.
 */
export function pageUuid(): string {
  const random = crypto.getRandomValues(new Uint8Array(18));
  let at = 0;
  // The time has eleven digits until the year 2527, and every byte of a page counts.
  return `0${Date.now().toString(16)}-7xxx-8xxx-xxxxxxxxxxxx`
    .replace(/x/g, () => ((random[at++] ?? 0) & 15).toString(16))
    .replace(/.{8}/, "$&-");
}
