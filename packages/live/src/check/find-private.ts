/** What may stand before the @ of an address. */
const local = /[\w.!$%'*+^`~\p{L}\p{N}-]/u;

/** What stands after it: labels, at least two, the last of letters. */
const domain = /(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+(?:xn--[\da-z-]+|\p{L}{2,})/uy;

/** Keys and tokens by the marks that their makers gave them. */
const secrets: readonly (readonly [name: string, shape: RegExp])[] = [
  ["an AWS key", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["a personal PostHog key", /\bphx_[A-Za-z0-9]{20}/],
  ["a Slack token", /\bxox[abeprs]-[A-Za-z0-9-]{10}/],
  ["a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{30}|github_pat_[A-Za-z0-9_]{30})/],
  ["a Stripe key", /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16}/],
  ["a JSON Web Token", /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10}/],
  ["a private key", /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/],
];
const anySecret = new RegExp(secrets.map(([, { source }]) => source).join("|"));

/** No secret is shorter. */
const shortestSecret = 15;

/** Whether an e-mail address stands in a text, in a URL's spelling too. Linear in the text. */
export function hasEmail(text: string): boolean {
  if (text.indexOf("@") < 0 && text.indexOf("%40") < 0) return false;
  for (const { 0: sign, index } of text.matchAll(/@|%40/g)) {
    // `git@github.com:org/repo` is a place, not a person.
    if (index === 0 || text.slice(Math.max(0, index - 4), index).match(/(^|[^\w])git$/)) continue;
    domain.lastIndex = index + sign.length;
    if (local.test(text[index - 1] ?? "") && domain.test(text)) return true;
  }
  return false;
}

/** What secret stands in a text, in words; null for none. */
export function secretIn(text: string): string | null {
  if (text.length < shortestSecret || !anySecret.test(text)) return null;
  return secrets.find(([, shape]) => shape.test(text))?.[0] ?? null;
}

/** A value for messages and reports: enough to recognise it, too little to be it. */
export function masked(value: unknown): string {
  if (typeof value !== "string") return typeof value;
  const text = value.trim();
  const sign = text.indexOf("@");
  if (sign > 0) return `"${text.slice(0, 1)}…@…"`;
  return text.length < 8 ? '"…"' : `"${text.slice(0, 2)}…" (${text.length} characters)`;
}
