import { docsAnchor, docsPage } from "../../plan/docs-address.js";
import type { PropertyValue } from "../../plan/property-type.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { markdownCode, markdownText } from "../../print/markdown-text.js";
import type { MarkdownOptions } from "./options.js";
import { anchorOf, Page, type Place } from "./page.js";

/** The pages beside those of products and shared events, in the order in which people read them. */
export const pageTitles = {
  context: "What every event carries",
  properties: "Shared properties",
  funnels: "Funnels",
  health: "Health",
  privacy: "Privacy register",
  owners: "Owners",
  deprecated: "Deprecated",
} as const;

/** What all pages ask of the plan: where events stand, and how to point at them. */
export class Site {
  readonly plan: ResolvedPlan;
  readonly options: MarkdownOptions;
  readonly types: ReadonlyMap<string, PropertyValue>;
  readonly #places = new Map<Event, Place>();
  readonly #byName = new Map<string, readonly Event[]>();
  readonly #onPage = new Map<string, Event[]>();
  readonly #propertyPlaces: ReadonlyMap<string, Place>;

  constructor(plan: ResolvedPlan, options: MarkdownOptions) {
    this.plan = plan;
    this.options = options;
    this.types = new Map(plan.types.map((type) => [type.name, type]));
    const page = this.pageName("properties");
    this.#propertyPlaces = new Map(
      plan.properties.map(({ name }) => [name, { page, anchor: anchorOf(name) }]),
    );
    for (const event of plan.events) {
      this.#byName.set(event.name, [...(this.#byName.get(event.name) ?? []), event]);
      const page = docsPage(plan, event);
      const onPage = this.#onPage.get(page);
      if (onPage === undefined) this.#onPage.set(page, [event]);
      else onPage.push(event);
    }
    for (const [name, variants] of this.#byName) {
      const ordered = [...variants].sort((a, b) => Number(isExtended(a)) - Number(isExtended(b)));
      this.#byName.set(name, ordered);
      this.#placeVariants(ordered);
    }
  }

  /** Where an event's section stands. */
  placeOf(event: Event): Place {
    return this.#places.get(event) ?? { page: "index", anchor: "" };
  }

  /** The events whose sections stand on a page. */
  eventsOn(page: string): readonly Event[] {
    return this.#onPage.get(page) ?? [];
  }

  /** The event of that name, as this product has it; any product's where none is named. */
  find(name: string, product: string | null = null): Event | undefined {
    const variants = this.#byName.get(name) ?? [];
    return (
      variants.find((event) => product !== null && event.products.includes(product)) ?? variants[0]
    );
  }

  /** A page of this site, which keeps its events' anchors free. */
  page(name: string, anchors: Iterable<string> = []): Page {
    const own = this.eventsOn(name).map((event) => this.placeOf(event).anchor);
    return new Page(name, this.plan.origin.file, [...own, ...anchors]);
  }

  /** The name of one of the fixed pages; another where a product has taken it. */
  pageName(name: keyof typeof pageTitles | "index"): string {
    return this.plan.products.some((product) => product.name === name) ? `plan-${name}` : name;
  }

  /** A link to an event, by name; struck through where it is deprecated. */
  eventLink(page: Page, name: string, product: string | null = null): string {
    const event = this.find(name, product);
    return event === undefined ? markdownCode(name) : this.linkTo(page, event);
  }

  /** A link to an event; struck through where it is deprecated. */
  linkTo(page: Page, event: Event): string {
    const name = markdownCode(event.name);
    return page.link(event.deprecated === null ? name : `~~${name}~~`, this.placeOf(event));
  }

  /** A team's title, linked to what it answers for. */
  ownerLink(page: Page, owner: string): string {
    const title = this.plan.teams.find((team) => team.name === owner)?.title ?? owner;
    return page.link(markdownText(title), {
      page: this.pageName("owners"),
      anchor: anchorOf(owner),
    });
  }

  /** A product's title, linked to its page. */
  productLink(page: Page, name: string): string {
    const title = this.plan.products.find((product) => product.name === name)?.title ?? name;
    return page.link(markdownText(title), { page: name, anchor: "" });
  }

  /** Where a shared property is described; null where it is none. */
  propertyPlace(name: string): Place | null {
    return this.#propertyPlaces.get(name) ?? null;
  }

  /** Where a named type is described. */
  typePlace(name: string): Place {
    return { page: this.pageName("properties"), anchor: anchorOf(name, "type") };
  }

  /** The first of one name gets the event's anchor, a product's own version the product's name behind it. */
  #placeVariants(variants: readonly Event[]): void {
    const taken = new Set<string>();
    for (const event of variants) {
      const page = docsPage(this.plan, event);
      const anchor = docsAnchor(event);
      const free = taken.has(page) ? `${anchor}-${anchorOf(event.products.join(" "))}` : anchor;
      taken.add(page);
      this.#places.set(event, { page, anchor: free });
    }
  }
}

/** Whether a product added something of its own to a shared event. */
function isExtended({ lineage }: Event): boolean {
  return lineage.some(({ kind }) => kind === "extension");
}
