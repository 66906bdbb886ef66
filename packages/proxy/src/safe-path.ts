/**
 * A path of plain segments, as all of PostHog's are, or none; nginx reads it as well. With it, `..`
 * in any spelling, `//`, `\`, escapes and control characters have no way in: they are not listed.
 */
export const SAFE_PATH = "(?:/[A-Za-z0-9_~@+-][A-Za-z0-9_.~@+-]*)*/?";

const safePath = new RegExp(`^${SAFE_PATH}$`);

/** Whether a path may be put behind an origin as it is. */
export function isSafePath(path: string): boolean {
  return safePath.test(path);
}

/** What stands behind a prefix that ends where a segment ends; undefined for a path elsewhere. */
export function below(prefix: string, path: string): string | undefined {
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  return rest === "" || rest.startsWith("/") ? rest : undefined;
}
