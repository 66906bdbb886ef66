/** Events without `$` that PostHog's own clients send. */
const ownEvents = new Set(["survey shown", "survey sent", "survey dismissed", "survey abandoned"]);

/** Properties without `$` that PostHog's own clients add: what a page's address says of a campaign. */
const ownProperties = new Set([
  "token",
  "distinct_id",
  "title",
  "navigation_type",
  "gclid",
  "gad_source",
  "gclsrc",
  "dclid",
  "gbraid",
  "wbraid",
  "fbclid",
  "msclkid",
  "twclid",
  "li_fat_id",
  "mc_cid",
  "igshid",
  "ttclid",
  "rdt_cid",
  "epik",
  "qclid",
  "sccid",
  "irclid",
  "_kx",
]);

/** Whether an event is PostHog's own (`$pageview`, …): no plan has it. */
export function isPostHogEvent(name: string): boolean {
  return name.startsWith("$") || ownEvents.has(name);
}

/** Whether a property or trait is PostHog's own. */
export function isPostHogProperty(name: string): boolean {
  return name.startsWith("$") || name.startsWith("utm_") || ownProperties.has(name);
}

/** Ids that PostHog refuses, in small letters: all who have one would be one person. */
export const nobodysIds: ReadonlySet<string> = new Set([
  "",
  "anonymous",
  "guest",
  "distinctid",
  "distinct_id",
  "id",
  "not_authenticated",
  "email",
  "undefined",
  "null",
  "none",
  "nan",
  "true",
  "false",
  "0",
  "user",
  "[object object]",
  "00000000-0000-0000-0000-000000000000",
]);
