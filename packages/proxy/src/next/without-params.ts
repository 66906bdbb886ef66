/**
 * The request as the browser has sent it: on Edge, Next.js puts the params of a route at the end of
 * its query (`/ingest/e/?path=e`), from where they would go on to PostHog.
 */
export function withoutParams(request: Request, params: unknown): Request {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {}))
    for (const part of [value].flat()) query.append(name, String(part));
  const end = query.toString();
  if (!end || !/[?&]$/.test(request.url.slice(0, -end.length)) || !request.url.endsWith(end))
    return request;
  const init: RequestInit & { duplex: "half" } = {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    body: request.body,
    duplex: "half",
  };
  return new Request(request.url.slice(0, -end.length - 1), init);
}
