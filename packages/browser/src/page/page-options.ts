/** What a page may say about itself beyond the defaults, which say least. */
export interface PageOptions {
  /** Parameters of the page's address that stay in `$current_url` and, of the site's own, in `$referrer`. None unless named. */
  readonly params?: readonly string[] | undefined;
  /** `gclid`, `fbclid` and the other ids of a click on an advertisement, which point to a person (false). */
  readonly click_ids?: boolean | undefined;
  /** What to write for a path of this site, for those that have ids or secrets in them: `/invite/x7f` → `/invite/:code`. */
  readonly path?: ((pathname: string) => string) | undefined;
}
