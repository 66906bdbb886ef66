/** A domain that DNS spells as it stands: no letters but ASCII's, no number in the last place. */
const PLAIN_DOMAIN = /^(?:(?!xn--)[\da-z-]+\.)+[a-z]+$/;

/**
 * The one spelling of an e-mail address: trimmed, NFC, lower-case, its domain as DNS spells it.
 * Dots and +tags stay: for most providers they name another person.
 */
export function normaliseEmail(address: string, asciiDomain: (domain: string) => string): string {
  const text = address.trim().normalize("NFC").toLowerCase();
  const at = text.lastIndexOf("@");
  if (at < 0) return text;
  const domain = text.slice(at + 1).replace(/\.$/, "");
  const ascii = PLAIN_DOMAIN.test(domain) ? domain : asciiDomain(domain);
  return `${text.slice(0, at)}@${ascii || domain}`;
}
