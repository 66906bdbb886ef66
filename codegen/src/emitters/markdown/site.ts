import { docsAnchor, docsPage } from "../../plan/docs-address.js";
import { fileName } from "../../plan/file-name.js";
import type { PropertyValue } from "../../plan/property-type.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { Base } from "./changes.js";
import { type FunnelRole, funnelRoles } from "./funnel-roles.js";
import type { CallSite, MarkdownOptions } from "./options.js";
import { anchorOf, Page, type Place } from "./page.js";

/** The pages beside those of products, events and properties, in the order in which people read them. */
export const pageTitles = {
  events: "All events",
  shared: "Shared events",
  context: "What every event carries",
  properties: "Shared properties",
  funnels: "Funnels",
  health: "Health",
  privacy: "Privacy register",
  owners: "Owners",
  deprecated: "Deprecated",
  changelog: "Changelog",
} as const;

/** What all pages ask of the plan: where things stand, and how to point at them. */
export class Site {
  readonly plan: ResolvedPlan;
  readonly options: MarkdownOptions;
  readonly types: ReadonlyMap<string, PropertyValue>;
  /** The events of each event page, as products share them first. */
  readonly eventPages: ReadonlyMap<string, readonly Event[]>;
  /** The earlier plan that changes are told against. */
  readonly base: Base | null;
  readonly #places = new Map<Event, Place>();
  readonly #meanings = new Map<Event, string>();
  readonly #byName: ReadonlyMap<string, readonly Event[]>;
  readonly #propertyPages: ReadonlyMap<string, string>;
  readonly #funnelPages: ReadonlyMap<string, string>;
  readonly #funnelRoles: ReadonlyMap<string, readonly FunnelRole[]>;
  readonly #sites: ReadonlyMap<string, readonly CallSite[]>;

  constructor(plan: ResolvedPlan, options: MarkdownOptions) {
    this.plan = plan;
    this.options = options;
    this.base = options.base === null ? null : new Base(options.base);
    this.types = new Map(plan.types.map((type) => [type.name, type]));
    this.#propertyPages = pagesOf("properties", plan.properties);
    this.#funnelPages = pagesOf("funnels", plan.funnels);
    this.#funnelRoles = funnelRoles(plan);
    this.#sites = grouped(options.sites, ({ event }) => event);
    const sharedFirst = [...plan.events].sort(
      (a, b) => Number(isExtended(a)) - Number(isExtended(b)),
    );
    this.eventPages = grouped(plan.events, pageKey, sharedFirst);
    this.#byName = grouped(plan.events, ({ name }) => name, sharedFirst);
  }

  /** Where an event is described. */
  placeOf(event: Event): Place {
    const known = this.#places.get(event);
    if (known !== undefined) return known;
    const [first = event] = this.eventPages.get(pageKey(event)) ?? [];
    const place = { page: docsPage(first), anchor: docsAnchor(event) };
    this.#places.set(event, place);
    return place;
  }

  /** What an event means, on one line of Markdown. */
  meaningOf(event: Event): string {
    const known = this.#meanings.get(event);
    if (known !== undefined) return known;
    const meaning = markdownParagraphs(event.description).join(" ");
    this.#meanings.set(event, meaning);
    return meaning;
  }

  /** The event of that name, as this product has it; any product's where none is named. */
  find(name: string, product: string | null = null): Event | undefined {
    const variants = this.#byName.get(name) ?? [];
    return (
      variants.find((event) => product !== null && event.products.includes(product)) ?? variants[0]
    );
  }

  /** A page of this site; headings keep away from `anchors`. */
  page(name: string, anchors: Iterable<string> = []): Page {
    return new Page(name, this.plan.origin.file, anchors);
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

  /** A link to an event that says nothing of it but its name: for pages of other events. */
  plainLink(page: Page, name: string, product: string | null = null): string {
    const event = this.find(name, product);
    const code = markdownCode(name);
    return event === undefined ? code : page.link(code, this.placeOf(event));
  }

  /** A link to an event; struck through where it is deprecated. */
  linkTo(page: Page, event: Event): string {
    const name = markdownCode(event.name);
    return page.link(event.deprecated === null ? name : `~~${name}~~`, this.placeOf(event));
  }

  /** The same, where nothing else tells what a product made of a shared event from the shared one. */
  fullLink(page: Page, event: Event): string {
    const products = event.products.map((product) => markdownText(this.titleOf(product)));
    const link = this.linkTo(page, event);
    return this.placeOf(event).anchor === "" ? link : `${link} (${products.join(", ")})`;
  }

  /** A product's title. */
  titleOf(product: string): string {
    return this.plan.products.find(({ name }) => name === product)?.title ?? product;
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
    return page.link(markdownText(this.titleOf(name)), { page: name, anchor: "" });
  }

  /** Where a shared property is described; null where it is none. */
  propertyPlace(name: string): Place | null {
    const page = this.#propertyPages.get(name);
    return page === undefined ? null : { page, anchor: "" };
  }

  /** Where a funnel is described. */
  funnelPlace(name: string): Place {
    return { page: this.#funnelPages.get(name) ?? this.pageName("funnels"), anchor: "" };
  }

  /** Where a named type is described. */
  typePlace(name: string): Place {
    return { page: this.pageName("properties"), anchor: anchorOf(name, "type") };
  }

  /** The funnels that an event counts in. */
  funnelsOf({ name, products }: Event): readonly FunnelRole[] {
    return (this.#funnelRoles.get(name) ?? []).filter(
      ({ product }) => product === null || products.includes(product),
    );
  }

  /** Where the code sends an event, as the lint found it. */
  sitesOf({ name }: Event): readonly CallSite[] {
    return this.#sites.get(name) ?? [];
  }
}

/** Names that differ only in case share a page: not every disk tells such files apart. */
function pageKey(event: Event): string {
  return docsPage(event).toLowerCase();
}

/** Whether a product added something of its own to a shared event. */
function isExtended({ lineage }: Event): boolean {
  return lineage.some(({ kind }) => kind === "extension");
}

/** Groups in the order of `things`, each with its members in the order of `ordered`. */
function grouped<Thing>(
  things: readonly Thing[],
  by: (thing: Thing) => string,
  ordered: readonly Thing[] = things,
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>(things.map((thing) => [by(thing), []]));
  for (const thing of ordered) groups.get(by(thing))?.push(thing);
  return groups;
}

/** A page for each name; where two names would make one page, the later is numbered. */
function pagesOf(
  folder: string,
  things: readonly { readonly name: string }[],
): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name } of things) {
    if (pages.has(name)) continue;
    let page = `${folder}/${fileName(name)}`;
    for (let count = 2; taken.has(page.toLowerCase()); count += 1)
      page = `${folder}/${fileName(name)}-${count}`;
    taken.add(page.toLowerCase());
    pages.set(name, page);
  }
  return pages;
}
