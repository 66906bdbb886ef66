import type { Origin, ResolvedPlan } from "@dd0c/track-codegen";

/** A name that the old plan reserved and the new one uses. */
export interface ReusedName {
  readonly section: "events" | "properties";
  readonly name: string;
  /** Where the new plan first uses it. */
  readonly origin: Origin;
}

/** Reserved names of the old plan that the new one no longer reserves, and uses. */
export function reusedNames(base: ResolvedPlan, head: ResolvedPlan): readonly ReusedName[] {
  const freed = (section: ReusedName["section"]): ReadonlySet<string> =>
    new Set(base.reserved[section].filter((name) => !head.reserved[section].includes(name)));
  const events = freed("events");
  const properties = freed("properties");
  const found = new Map<string, ReusedName>();
  for (const event of head.events) {
    if (events.has(event.name))
      found.set(`event ${event.name}`, {
        section: "events",
        name: event.name,
        origin: event.origin,
      });
    if (properties.size === 0) continue;
    for (const { name, origin } of event.properties)
      if (properties.has(name) && !found.has(`property ${name}`))
        found.set(`property ${name}`, { section: "properties", name, origin });
  }
  return [...found.values()];
}
