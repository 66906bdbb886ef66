import type { Event, Pii, Product, ResolvedPlan } from "@dd0c/track-codegen";
import { clientSides } from "./client-sides.js";
import { eventLikeness, sameEvent } from "./event-likeness.js";
import { findRenames } from "./find-renames.js";
import { type EventMatch, matchEvents } from "./match-events.js";
import { pairContext } from "./pair-context.js";
import { pairMeasures } from "./pair-measures.js";
import { type PropertyScope, pairProperties } from "./pair-properties.js";
import type { Owner, Pair, Place } from "./pairs.js";
import { namedValuesOf } from "./value.js";

/**
 * Walks two plans side by side, once, and gives every pair of things that rules look at. What one plan
 * has and the other has not is paired with nothing, and nothing inside it is visited.
 */
export function* pairPlans(base: ResolvedPlan, head: ResolvedPlan): Generator<Pair> {
  const scope = scopeOf(base, head);
  yield { of: "plan", base, head, at: rootPlace(base, head) };
  yield* pairProducts(base, head);
  const isOne = hasOneProduct(base) || hasOneProduct(head);
  const matches = isOne
    ? matchEvents(withOneName(base), withOneName(head))
    : matchEvents(base, head);
  yield* pairEventNames(matches, head);
  for (const match of matches) yield* pairEvent(match, scope);
  yield* pairContext(base, head, scope);
  yield* pairShared(base, head);
  yield* pairMeasures(base, head);
}

function rootPlace(base: ResolvedPlan, head: ResolvedPlan): Place {
  return {
    subject: "plan",
    name: "the plan",
    base: base.origin,
    head: head.origin,
    inherited: null,
    experimental: false,
  };
}

/** Whether a plan names no products, so that one stands for all of it. */
function hasOneProduct({ products }: ResolvedPlan): boolean {
  return products.some(({ implicit }) => implicit);
}

/** Events as if of one product: what a plan without products is compared with has none to move between. */
function withOneName(plan: ResolvedPlan): ResolvedPlan {
  return { ...plan, events: plan.events.map((event) => ({ ...event, products: [""] })) };
}

function scopeOf(base: ResolvedPlan, head: ResolvedPlan): PropertyScope {
  const everywhere = { base: namesOnEveryEvent(base), head: namesOnEveryEvent(head) };
  return {
    baseTypes: namedValuesOf(base),
    headTypes: namedValuesOf(head),
    classes: { base: handlingsOf(base), head: handlingsOf(head) },
    elsewhere: (name, side) => {
      const other = side === "base" ? "head" : "base";
      return everywhere[other].has(name) ? null : (everywhere[side].get(name) ?? null);
    },
  };
}

function handlingsOf({ privacy }: ResolvedPlan): ReadonlyMap<string, Pii["handling"]> {
  return new Map(privacy.classes.map(({ name, handling }) => [name, handling]));
}

function namesOnEveryEvent(plan: ResolvedPlan): ReadonlyMap<string, string> {
  return new Map([
    ...plan.superProperties.map(({ name }) => [name, "a super-property"] as const),
    ...plan.context.map(({ name }) => [name, "a context field"] as const),
  ]);
}

function* pairProducts(base: ResolvedPlan, head: ResolvedPlan): Generator<Pair> {
  for (const product of head.products) {
    const before = base.products.find((it) => isSame(it, product));
    if (before === undefined) continue;
    const at = {
      ...rootPlace(base, head),
      subject: `products/${product.name}`,
      name: `product \`${product.name}\``,
      base: before.origin,
      head: product.origin,
    };
    yield { of: "product", owners: { base: before.owner, head: product.owner }, at };
    yield { of: "activation", base: before.activation, head: product.activation, at };
  }
}

function isSame(a: Product, b: Product): boolean {
  return a.name === b.name || (a.implicit && b.implicit);
}

/** Names that went, came, or changed. */
function* pairEventNames(matches: readonly EventMatch[], head: ResolvedPlan): Generator<Pair> {
  const gone = matches.flatMap(({ base, head: to }) =>
    to === null && base !== null ? [base] : [],
  );
  const fresh = matches.flatMap((it) => (it.base === null && it.head !== null ? [it.head] : []));
  const nameless = gone.filter(({ deprecated }) => deprecated?.replacedBy == null);
  const renames = findRenames(nameless, fresh, eventLikeness, sameEvent);
  for (const event of gone) {
    const rename = renames.find((it) => it.base === event);
    if (rename === undefined)
      yield { of: "event_removed", base: event, head, at: eventPlace(event, null, "") };
    else yield { of: "event_renamed", ...rename, at: eventPlace(event, rename.head, "") };
  }
  for (const event of fresh)
    if (!renames.some((it) => it.head === event))
      yield { of: "event_added", head: event, at: eventPlace(null, event, "") };
  for (const { base, head: to, lost, gained } of matches)
    if (base !== null && to !== null && lost.length + gained.length > 0)
      yield { of: "event_products", lost, gained, at: eventPlace(base, to, "") };
}

function* pairEvent({ pairs }: EventMatch, scope: PropertyScope): Generator<Pair> {
  for (const { base, head, suffix } of pairs) {
    const at = eventPlace(base, head, suffix);
    yield { of: "event", base, head, at };
    const runtimes = base.runtimes.filter((it) => head.runtimes.includes(it));
    const owner: Owner = { ...at, kind: "event", sides: clientSides(runtimes), event: head.name };
    yield* pairProperties(base.properties, head.properties, owner, scope);
  }
}

function eventPlace(base: Event | null, head: Event | null, suffix: string): Place {
  const name = base?.name ?? head?.name ?? "";
  return {
    subject: `events/${name}${suffix}`,
    name: `\`${name}\``,
    base: base?.origin ?? null,
    head: head?.origin ?? null,
    inherited: null,
    experimental: (base ?? head)?.stability === "experimental",
  };
}

/** What is said of a shared property, once and not at each event that has it. */
function* pairShared(base: ResolvedPlan, head: ResolvedPlan): Generator<Pair> {
  const before = new Map(base.properties.map((it) => [it.name, it]));
  for (const property of head.properties) {
    const other = before.get(property.name);
    if (other === undefined) continue;
    const at = {
      ...rootPlace(base, head),
      subject: `properties/${property.name}`,
      name: `the shared property \`${property.name}\``,
      base: other.origin,
      head: property.origin,
    };
    yield { of: "shared_property", base: other, head: property, at };
  }
}
