import type { WireEvent } from "@dd0c/track-core";
import type { Said } from "./open-page";

/**
 * Joins events with what a page says of them: below the event's own properties, and below its context
 * in any case. What is common is joined with each context once, for a call costs what it copies.
 */
export function createJoin(): (event: WireEvent, said: Said) => WireEvent {
  let known: Said["common"] | undefined;
  let contexts = new WeakMap<WireEvent["context"], WireEvent["context"]>();

  return (event, { common, own }) => {
    const { properties, context } = event;
    // A sink writes the context last, and the plan's own properties go before what a page says.
    for (const name in properties)
      if (Object.hasOwn(common, name))
        return { ...event, properties: { ...common, ...own, ...properties } };
    if (common !== known) contexts = new WeakMap();
    known = common;
    const joined = contexts.get(context) ?? { ...common, ...context };
    contexts.set(context, joined);
    return { ...event, properties: { ...own, ...properties }, context: joined };
  };
}
