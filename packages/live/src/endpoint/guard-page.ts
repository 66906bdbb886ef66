import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { Refusal } from "./refusal.js";

/**
 * Throws where somebody else's page asks for the live page or its data. `Host` must be an address,
 * `localhost` or the name that we were told to listen on: a name that a stranger points at this machine
 * (DNS rebinding) is none of them. `Origin` and `Sec-Fetch-Site` must be our own.
 */
export function guardPage({ headers, method }: IncomingMessage, listensOn: string): void {
  const host = headers.host ?? "";
  const name = host
    .replace(/:\d+$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .toLowerCase();
  const isOurs = isIP(name) !== 0 || name === "localhost" || name === listensOn.toLowerCase();
  if (!isOurs)
    throw new Refusal(
      421,
      "this host is not served here; open the address that dd0c-track dev printed",
    );
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new Refusal(403, "the live page is not for pages of other origins");
  const site = headers["sec-fetch-site"];
  // Following a link to the page is fine; reading its data from elsewhere is not.
  const isNavigation = headers["sec-fetch-mode"] === "navigate";
  if (site !== undefined && site !== "same-origin" && site !== "none" && !isNavigation)
    throw new Refusal(403, "the live page is not for pages of other origins");
  if (method !== "GET" && method !== "HEAD") throw new Refusal(405, "only GET");
}
