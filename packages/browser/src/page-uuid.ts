/**
 * A uuid v7 (RFC 9562, section 5.7): 48 bits of the time in ms, then the random end of a v4. Insecure
 * origins make no v4, but digits; there, too, from a source that nobody can guess.
 */
export function pageUuid(): string {
  const end = crypto.randomUUID?.().slice(15) ?? "xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, randomDigit);
  // The time has eleven digits until the year 2527, and every byte of a page counts.
  return `0${Date.now().toString(16)}-7${end}`.replace(/.{8}/, "$&-");
}

function randomDigit(): string {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return (byte & 15).toString(16);
}
