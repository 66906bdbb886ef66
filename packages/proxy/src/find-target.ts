import { below, isSafePath } from "./safe-path";
import type { Settings } from "./settings";

/**
 * Where a request goes: the URL on one of the two upstreams, or the status of the refusal. 404 is
 * for paths that are not the proxy's, 400 for paths that nobody writes in good faith.
 */
export function findTarget({ pathname, search }: URL, settings: Settings): string | 404 | 400 {
  const path = below(settings.prefix, pathname);
  if (path === undefined) return 404;
  if (!isSafePath(path)) return 400;
  if (settings.allowPaths?.every((allowed) => below(allowed, path) === undefined)) return 404;
  const origin = /^\/(?:static|array)\//.test(path) ? settings.assets : settings.ingest;
  const target = origin + (path || "/") + search;
  // It cannot be otherwise; but this is the line that keeps the proxy from being an open one.
  return new URL(target).origin === origin ? target : 400;
}
