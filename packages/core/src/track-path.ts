/** What a finished path does: the event's dotted name, its properties, the call's context. */
export type RecordEvent = (event: string, properties: unknown, context: unknown) => void;

/**
 * The function behind `track`. `track.cost.anomaly.alerted(…)` builds the name from the path, and
 * `track("cost.anomaly.alerted")(…)` takes it whole. Each step is made at its first use and kept as
 * an own property, so that a repeated call is three plain property reads; events cost no bytes.
 */
export function createTrackPath(record: RecordEvent): unknown {
  const misses: ProxyHandler<object> = {
    get: (_, key, step) => {
      // `then` and `toJSON` are asked for by await and JSON, not by people; symbols by the console.
      if (typeof key === "symbol" || key === "then" || key === "toJSON") return undefined;
      const name = names.get(step) ?? "";
      if (key === "toString" || key === "valueOf") return () => name;
      const value = createStep(name ? `${name}.${key}` : key);
      Object.defineProperty(step, key, { value });
      return value;
    },
  };
  const names = new WeakMap<object, string>();
  const parent = new Proxy(Object.create(null) as object, misses);

  function createStep(name: string): object {
    return prepare(
      (properties: unknown, context: unknown) => record(name, properties, context),
      name,
    );
  }
  function prepare(step: object, name: string): object {
    names.set(step, name);
    // A function's own `name` and `length` would hide events of that name.
    Reflect.deleteProperty(step, "name");
    Reflect.deleteProperty(step, "length");
    return Object.setPrototypeOf(step, parent);
  }
  return prepare((event: string) => createStep(event), "");
}
