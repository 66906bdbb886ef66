import type { ClientPlan, EventFacts } from "../client-plan";
import type { Protect } from "../protect";
import type { SinkHost } from "../sink";

/** A name as plans spell them; anything else might be a value that came as a name. */
const NAME = /^[\w$.-]{1,64}$/;

interface Planned {
  readonly event: string;
  readonly names: ReadonlySet<string>;
}

/**
 * Holds properties to the plan where it lists them, before they are protected: any other is removed,
 * counted, and told once an event and minute by its name, never its value.
 */
export function keepPlanned(
  client: ClientPlan,
): (protect: Protect, { counters, report }: SinkHost) => Protect {
  const planned = new Map<EventFacts, Planned>();
  const add = (event: string, facts: EventFacts | undefined): void => {
    if (facts?.properties) planned.set(facts, { event, names: new Set(facts.properties) });
  };
  for (const [event, facts] of Object.entries(client.events ?? {})) add(event, facts);
  for (const { traits } of Object.values(client.groups ?? {})) add("$groupidentify", traits);
  add("$identify", client.person?.traits);

  return (protect, { counters, report }) => {
    let unplanned = 0;
    counters.unplanned_properties = 0;
    return {
      ...protect,
      properties(properties, facts) {
        const known = facts && planned.get(facts);
        if (known)
          for (const name in properties)
            if (!known.names.has(name)) {
              delete properties[name];
              counters.unplanned_properties = ++unplanned;
              const told = NAME.test(name) ? name : "a name that no plan has";
              report("unplanned_property", `${known.event}: ${told}`, `unplanned ${known.event}`);
            }
        protect.properties(properties, facts);
      },
    };
  };
}
