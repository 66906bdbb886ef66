import type { EnumMember, Property } from "../../plan/property-type.js";
import type { Event } from "../../plan/resolved-plan.js";
import { sameType } from "../../plan/same-type.js";
import { markdownCode, markdownText } from "../../print/markdown-text.js";
import type { BasePlan } from "./base-plan.js";
import { listInWords, valueCode } from "./wording.js";

/** What became of an event since an earlier plan: Markdown, a sentence part each. */
export interface EventChanges {
  readonly event: Event;
  readonly isNew: boolean;
  readonly changes: readonly string[];
}

/** The earlier plan's events by name and by name and products, to be asked often. */
export class Base {
  readonly version: string;
  readonly events: readonly Event[];
  readonly #byName = new Map<string, readonly Event[]>();

  constructor({ version, events }: BasePlan) {
    this.version = version;
    this.events = events;
    for (const event of events)
      this.#byName.set(event.name, [...(this.#byName.get(event.name) ?? []), event]);
  }

  /** The event as it was; where a product has its own version now and had none, the shared one. */
  before({ name, products }: Event): Event | undefined {
    const variants = this.#byName.get(name) ?? [];
    const common = ({ products: then }: Event) => products.filter((it) => then.includes(it)).length;
    return [...variants].sort((a, b) => common(b) - common(a))[0];
  }

  /** What changed about an event since; nothing where it is as it was. */
  changesOf(event: Event): EventChanges | null {
    const before = this.before(event);
    if (before === undefined) return { event, isNew: true, changes: [] };
    const changes = changesBetween(before, event);
    return changes.length === 0 ? null : { event, isNew: false, changes };
  }
}

function changesBetween(before: Event, event: Event): readonly string[] {
  const reworded = (["description", "trigger", "answers"] as const).filter(
    (key) => before[key] !== event[key],
  );
  const words = { description: "description", trigger: "trigger", answers: "question" } as const;
  const moved = (["stage", "owner", "tier", "kind", "stability", "feature"] as const).filter(
    (key) => before[key] !== event[key],
  );
  return [
    ...(reworded.length === 0
      ? []
      : [`${listInWords(reworded.map((key) => words[key]))} reworded`]),
    ...moved.map((key) => `${key} ${shown(before[key])} → ${shown(event[key])}`),
    ...listChange("runtime", before.runtimes, event.runtimes),
    ...listChange("product", before.products, event.products),
    ...(before.deprecated === null && event.deprecated !== null ? ["deprecated"] : []),
    ...(before.deprecated !== null && event.deprecated === null ? ["no longer deprecated"] : []),
    ...propertyChanges(before.properties, event.properties),
  ];
}

function shown(value: string | null): string {
  return value === null ? "none" : markdownText(value);
}

function listChange(what: string, before: readonly string[], now: readonly string[]): string[] {
  const added = now.filter((it) => !before.includes(it)).map(markdownCode);
  const gone = before.filter((it) => !now.includes(it)).map(markdownCode);
  return [
    ...(added.length === 0 ? [] : [`${what} ${listInWords(added)} added`]),
    ...(gone.length === 0 ? [] : [`${what} ${listInWords(gone)} removed`]),
  ];
}

function propertyChanges(before: readonly Property[], now: readonly Property[]): string[] {
  const then = new Map(before.map((property) => [property.name, property]));
  const names = new Set(now.map(({ name }) => name));
  return [
    ...now.flatMap((property) => {
      const old = then.get(property.name);
      const name = markdownCode(property.name);
      if (old === undefined) return [`${name} added${property.required ? " (always)" : ""}`];
      return propertyChange(old, property).map((change) => `${name} ${change}`);
    }),
    ...before
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => `${markdownCode(name)} removed`),
  ];
}

function propertyChange(before: Property, now: Property): string[] {
  const handled = (property: Property) => property.pii?.handling ?? "not personal";
  return [
    ...typeChange(before, now),
    ...(before.nullable === now.nullable ? [] : [now.nullable ? "may be null" : "is never null"]),
    ...(before.required === now.required && (before.when === null) === (now.when === null)
      ? []
      : [
          now.required
            ? now.when === null
              ? "is always required"
              : "is required when …"
            : "is optional",
        ]),
    ...(handled(before) === handled(now) ? [] : [`privacy ${handled(before)} → ${handled(now)}`]),
    ...(before.deprecated === null && now.deprecated !== null ? ["deprecated"] : []),
  ];
}

function typeChange({ type: before }: Property, { type: now }: Property): string[] {
  if (sameType(before, now)) return [];
  if (before.kind !== "enum" || now.kind !== "enum")
    return [before.kind === now.kind ? "has other bounds" : `${before.kind} → ${now.kind}`];
  const missing = (from: readonly EnumMember[], of: readonly EnumMember[]) =>
    of
      .filter(({ value }) => !from.some((it) => it.value === value))
      .map((it) => valueCode(it.value));
  const [added, gone] = [
    missing(before.members, now.members),
    missing(now.members, before.members),
  ];
  return [
    ...(added.length === 0 ? [] : [`may be ${listInWords(added, "or")}`]),
    ...(gone.length === 0 ? [] : [`is never ${listInWords(gone, "or")} any more`]),
    ...(before.open === now.open
      ? []
      : [now.open ? "may be another value" : "is a closed list now"]),
  ];
}
