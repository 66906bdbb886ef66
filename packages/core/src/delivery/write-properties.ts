import type { WireEvent } from "../wire-event";

/**
 * Writes an event's properties as JSON, its own first and the context after them. The context is
 * the same object for all events of a binding, so its JSON is made once.
 */
export function createPropertiesWriter(): (event: WireEvent) => string {
  const written = new WeakMap<object, string>();
  return ({ properties, context }) => {
    let rest = written.get(context);
    if (rest === undefined) {
      rest = stringify(context);
      written.set(context, rest);
    }
    const own = stringify(properties);
    if (own === "{}") return rest;
    return rest === "{}" ? own : `${own.slice(0, -1)},${rest.slice(1)}`;
  };
}

/** JSON, a bigint as the number that it is to its writer; what JSON cannot say at all still throws. */
function stringify(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(value, (_, member) =>
      typeof member === "bigint" ? Number(member) : member,
    );
  }
}
