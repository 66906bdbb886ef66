import { STATIC_SECONDS } from "./limits";

/** What a browser needs of an answer. No cookies, nothing that would rule the host's own domain. */
const PASSED = [
  "age",
  "cache-control",
  "content-language",
  "content-type",
  "etag",
  "expires",
  "last-modified",
  "retry-after",
  "vary",
];

const CODING = ["content-encoding", "content-length"];

/** The headers of the answer to the browser; `isStatic` for scripts, which may be kept. */
export function responseHeaders(reply: Response, isStatic: boolean): Headers {
  const headers = new Headers();
  reply.headers.forEach((value, name) => {
    if (PASSED.includes(name) || /^(?:access-control|posthog)-/.test(name))
      headers.set(name, value);
  });
  // fetch has decoded these, and left the headers as they were.
  const isDecoded = /^(?:x-)?(?:gzip|deflate|br)$/i.test(
    reply.headers.get("content-encoding") ?? "",
  );
  for (const name of CODING) {
    const value = reply.headers.get(name);
    if (value !== null && !isDecoded) headers.set(name, value);
  }
  if (isStatic && reply.status === 200 && !headers.has("cache-control"))
    headers.set("cache-control", `public, max-age=${STATIC_SECONDS}`);
  return guarded(headers);
}

/** Answers are scripts and data: opened as a page, one must not act in the host's name. */
export function guarded(headers: Headers): Headers {
  headers.set("content-security-policy", "sandbox; default-src 'none'");
  headers.set("x-content-type-options", "nosniff");
  return headers;
}
