/** What PostHog needs of a request. Cookies, and whatever the host's platform adds, stay at home. */
const PASSED = [
  "accept",
  "accept-language",
  "access-control-request-headers",
  "access-control-request-method",
  "content-encoding",
  "content-length",
  "content-type",
  "if-modified-since",
  "if-none-match",
  "origin",
  "user-agent",
];

/** The headers of the request to PostHog; `address` is the client's. */
export function requestHeaders(given: Headers, address: string | undefined): Headers {
  const headers = new Headers();
  for (const name of PASSED) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  given.forEach((value, name) => {
    if (name.startsWith("posthog-")) headers.set(name, value);
  });
  // A project's key may travel; the host's own credentials, such as a staging password, may not.
  const authorization = given.get("authorization");
  if (authorization && /^Bearer phc_/i.test(authorization))
    headers.set("authorization", authorization);
  // To another domain a browser would name the page's origin only, and no path or query of it.
  const page = /^https?:\/\/[^/?#@\s]+(?=[/?#]|$)/.exec(given.get("referer") ?? "");
  if (page) headers.set("referer", `${page[0]}/`);
  if (address) headers.set("x-forwarded-for", address);
  // The one coding that every fetch takes off again by itself.
  headers.set("accept-encoding", "gzip");
  return headers;
}
