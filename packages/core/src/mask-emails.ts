/** What may stand before the @ of an address; not what stands around one in URLs, lists and quotes. */
const LOCAL = /[\w.!$%'*+^`~\p{L}\p{N}\p{M}\p{Cs}-]/u;

/** What stands after it: labels, at least two, the last of letters. IDNs as people write them, too. */
const DOMAIN = /(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*\.)+(?:xn--[\da-z-]+|\p{L}[\p{L}\p{M}]+)/uy;

/**
 * A text with `[email]` in place of each e-mail address, also of those that a URL spells with `%40`.
 * No character is looked at more often than a few times, however many signs there are.
 */
export function maskEmails(text: string, masked: (name: string, times: number) => void): string {
  let safe = "";
  let copied = 0;
  let times = 0;
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(/@|%40/g)) {
    let start = index;
    while (start > from && LOCAL.test(text[start - 1] ?? "")) start--;
    from = index + sign.length;
    DOMAIN.lastIndex = from;
    if (start === index || !DOMAIN.test(text)) continue;
    times++;
    safe += `${text.slice(copied, start)}[email]`;
    copied = from = DOMAIN.lastIndex;
  }
  if (times) masked("email", times);
  return safe + text.slice(copied);
}
