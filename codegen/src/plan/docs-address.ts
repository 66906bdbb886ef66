import type { Event, ResolvedPlan } from "./resolved-plan.js";

/**
 * The page of the taxonomy on which an event stands, without its ending: its product's, or `shared`.
 * What a product made of a shared event stands on the product's page.
 */
export function docsPage(plan: ResolvedPlan, event: Event): string {
  const [product = "shared"] = event.products;
  const isOwn = !event.shared || event.lineage.some(({ kind }) => kind === "extension");
  return isOwn || plan.products.some((it) => it.implicit) ? product : "shared";
}

/** The event's anchor on that page: its name with everything but letters, digits, `_` and `-` as dashes. */
export function docsAnchor(event: Event): string {
  return event.name.toLowerCase().replace(/[^\p{L}\p{N}_-]+/gu, "-");
}

/** The published address of an event's description; null where the plan names no `docs:`. */
export function docsAddress(plan: ResolvedPlan, event: Event): string | null {
  return plan.docs === null ? null : `${plan.docs}/${docsPage(plan, event)}#${docsAnchor(event)}`;
}
