import type { Settings } from "./settings";

/**
 * The client's address for `X-Forwarded-For`: from the header that the host trusts, counted from its
 * end, else the connection's own. Undefined when neither is an address.
 */
export function clientAddress(
  headers: Headers,
  trusted: Settings["trusted"],
  connection: string | undefined,
): string | undefined {
  const named = trusted && headers.get(trusted.name)?.split(",").at(-trusted.hops);
  return plain(named) ?? plain(connection);
}

/** An address without port, brackets and the IPv6 spelling of an IPv4 one. */
function plain(text: string | undefined): string | undefined {
  const bare = text
    ?.trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/^::ffff:(?=[\d.]+$)/i, "");
  return bare && /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]*)$/i.test(bare) && bare.length < 46
    ? bare
    : undefined;
}
