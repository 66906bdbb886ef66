import { fileName } from "./file-name.js";
import type { Event, ResolvedPlan } from "./resolved-plan.js";

/** The page of the taxonomy on which an event stands, without its ending: `events/` and its name. */
export function docsPage({ name }: Pick<Event, "name">): string {
  return `events/${fileName(name)}`;
}

/** Where on its page an event stands: at the top, or, as a product extended it, below the product. */
export function docsAnchor({ products, lineage }: Pick<Event, "products" | "lineage">): string {
  if (!lineage.some(({ kind }) => kind === "extension")) return "";
  return `in-${products.join("-")}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}

/** An event's page and anchor, below the address at which the taxonomy is published. */
export function docsPath(event: Event): string {
  const anchor = docsAnchor(event);
  return anchor === "" ? docsPage(event) : `${docsPage(event)}#${anchor}`;
}

/** The published address of an event's description; null where the plan names no `docs:`. */
export function docsAddress(plan: ResolvedPlan, event: Event): string | null {
  return plan.docs === null ? null : `${plan.docs}/${docsPath(event)}`;
}
