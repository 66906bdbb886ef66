import { type Binding, extendBound } from "./binding";
import type { ClientPlan } from "./client-plan";
import { createPipeline, type TrackerParts } from "./pipeline";
import { createTrackPath } from "./track-path";

/**
 * The tracker of a plan. `T` is the generated type; the members made here are all that it may
 * promise: `track`, `with`, `for<Group>`, `forPerson`, `identify`, `group`, `register`, `reset` and
 * what `RuntimeTracker` has. None depends on `this`, and none throws into the host.
 */
export function createTracker<T>(client: ClientPlan, parts: TrackerParts): T {
  const pipeline = createPipeline(client, parts);
  const { delivery } = pipeline;
  const groups = Object.entries(client.context).flatMap(([field, fact]) =>
    fact.from === "caller" && fact.group ? [[`for${pascal(fact.group)}`, field] as const] : [],
  );

  const createBound = (binding: Binding): object => {
    const { bound } = binding;
    const members: Record<string, unknown> = {
      // Each by name: spreading them would make every bound tracker four times as dear.
      flush: delivery.flush,
      shutdown: delivery.shutdown,
      stats: delivery.stats,
      optIn: delivery.optIn,
      optOut: delivery.optOut,
      track: createTrackPath((event, given, call) => pipeline.track(binding, event, given, call)),
      with: (given: unknown) => createBound(pipeline.bind(extendBound(client, bound, given))),
      forPerson: (distinct_id: unknown) => createBound(pipeline.bind({ ...bound, distinct_id })),
      identify: (id: unknown, traits?: unknown, call?: unknown) =>
        pipeline.identify(binding, id, traits, call),
      group: (type: string, key: unknown, traits?: unknown) =>
        pipeline.group(binding, type, key, traits),
      register: pipeline.register,
      reset: pipeline.reset,
    };
    for (const [name, field] of groups)
      members[name] = (key: unknown) =>
        createBound(pipeline.bind(extendBound(client, bound, { [field]: key })));
    return members;
  };
  return createBound(pipeline.bind(runtimeContext(client, parts.context))) as T;
}

/** The context that the runtime gives once: own members, and only those that the plan takes from it. */
function runtimeContext(client: ClientPlan, given: object = {}): Binding["bound"] {
  const own = Object.entries(given).filter(([name]) => client.context[name]?.from === "runtime");
  return { fields: Object.fromEntries(own), distinct_id: undefined };
}

function pascal(words: string): string {
  return words.replace(/(?:^|[^\dA-Za-z]+)([\dA-Za-z])/g, (_, first: string) =>
    first.toUpperCase(),
  );
}
