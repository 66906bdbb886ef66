/** A page: the start of its path, whole segments only (`/login` and `/login/sso`), or a pattern for the path. */
export type PagePattern = string | RegExp;

/** Where people type what nobody should see, by the usual names. */
export const AUTH_PAGES: readonly PagePattern[] = [
  /(^|\/)(log-?in|sign-?in|sign-?up|register|auth|oauth|sso|mfa|2fa|verify|invite)(\/|$)/i,
  /(^|\/)(forgot|reset|change|set)-?password(\/|$)/i,
  /(^|\/)(checkout|billing\/card)(\/|$)/i,
];

/** Whether a path belongs to one of these pages. */
export function isPage(path: string, pages: readonly PagePattern[]): boolean {
  return pages.some((page) =>
    typeof page === "string"
      ? path === page || path.startsWith(page.endsWith("/") ? page : `${page}/`)
      : path.search(page) >= 0,
  );
}
