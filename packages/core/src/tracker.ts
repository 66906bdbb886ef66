import type { Binding } from "./binding";
import type { ClientPlan } from "./client-plan";
import { ownMember } from "./own-member";
import { createPipeline, type TrackerParts } from "./pipeline";
import { createTrackPath } from "./track-path";

/**
 * The tracker of a plan. `T` is the generated type; the members made here are all that it may
 * promise: `track`, `with`, `for<Group>`, `forPerson`, `identify`, `group`, `register`, `reset`, what
 * `RuntimeTracker` has and what the runtime adds. None depends on `this`, and none throws into the host.
 */
export function createTracker<T>(client: ClientPlan, parts: TrackerParts): T {
  const pipeline = createPipeline(client, parts);
  const { bind, extend, delivery } = pipeline;
  const added = parts.members?.(delivery) as Record<string, unknown> | undefined;
  /** For each group whose key a caller gives: its type, the context field, the binding method. */
  const groups: (readonly [type: string, field: string, method: string])[] = [];
  const fields: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(client.context)) {
    if (fact.from === "runtime") fields[name] = ownMember(parts.context, name);
    if (fact.group && fact.bind) groups.push([fact.group, name, fact.bind]);
  }

  const createBound = (binding: Binding): object => {
    const within = (given: unknown) => bind(extend(binding.bound, given));
    const members: Record<string, unknown> = {
      track: createTrackPath((event, given, call) => pipeline.track(binding, event, given, call)),
      with: (given: unknown) => createBound(within(given)),
      forPerson: (distinct_id: unknown) => createBound(within({ distinct_id })),
      identify: (id: unknown, traits?: unknown, call?: unknown) =>
        pipeline.identify(binding, id, traits, call),
      group(type: string, key: unknown, traits?: unknown) {
        const field = groups.find((group) => group[0] === type)?.[1];
        if (field) pipeline.group(within({ [field]: key }), type, undefined, traits);
        else pipeline.group(binding, type, key, traits);
      },
      register: pipeline.register,
      reset: pipeline.reset,
      // Each by name: a spread here makes every bound tracker far dearer.
      flush: delivery.flush,
      shutdown: delivery.shutdown,
      stats: delivery.stats,
      optIn: delivery.optIn,
      optOut: delivery.optOut,
    };
    for (const name in added) members[name] = added[name];
    for (const [, field, method] of groups)
      members[method] = (key: unknown) => createBound(within({ [field]: key }));
    return members;
  };
  return createBound(bind({ fields, distinct_id: undefined })) as T;
}
