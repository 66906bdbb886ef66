/** What a finished path does: the event's dotted name, its properties, the call's context. */
export type RecordEvent = (event: string, properties: unknown, context: unknown) => void;

type Step = (properties: unknown, context: unknown) => unknown;

/**
 * The function behind `track`. `track.cost.anomaly.alerted(…)` builds the name from the path, and
 * `track("cost.anomaly.alerted")(…)` takes it whole. Each step is made at its first use and kept;
 * events cost no bytes.
 */
export function createTrackPath(record: RecordEvent): unknown {
  const finish =
    (name: string): Step =>
    (properties, context) =>
      record(name, properties, context);

  const createStep = (name: string, call: Step): Step => {
    let steps: Map<string, Step> | undefined;
    return new Proxy(call, {
      get(_, key) {
        // `then` and `toJSON` are asked for by await and JSON, not by people; symbols by the console.
        if (typeof key === "symbol" || key === "then" || key === "toJSON") return undefined;
        if (key === "toString" || key === "valueOf") return () => name;
        const known = steps?.get(key);
        if (known) return known;
        const next = name ? `${name}.${key}` : key;
        const step = createStep(next, finish(next));
        steps ??= new Map();
        steps.set(key, step);
        return step;
      },
    });
  };
  return createStep("", (event) => finish(String(event)));
}
