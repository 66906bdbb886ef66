import type { Binding } from "./binding";
import type { ClientPlan } from "./client-plan";
import { ownMember } from "./own-member";
import { createPipeline, type TrackerParts } from "./pipeline";
import { createTrackPath } from "./track-path";

/**
 * The tracker of a plan. `T` is the generated type; the members made here are all that it may
 * promise: `track`, `with`, `for<Group>`, `forPerson`, `identify`, `group`, `register`, `reset` and
 * what `RuntimeTracker` has. None depends on `this`, and none throws into the host.
 */
export function createTracker<T>(client: ClientPlan, parts: TrackerParts): T {
  const pipeline = createPipeline(client, parts);
  const { bind, extend, delivery } = pipeline;
  /** Group type → the context field that holds its key. */
  const groups: Record<string, string> = Object.create(null);
  const fields: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(client.context)) {
    if (fact.from === "caller" && fact.group) groups[fact.group] = name;
    if (fact.from === "runtime") fields[name] = ownMember(parts.context, name);
  }

  const createBound = (binding: Binding): object => {
    const { bound } = binding;
    const within = (given: unknown) => bind(extend(bound, given));
    const members: Record<string, unknown> = {
      track: createTrackPath((event, given, call) => pipeline.track(binding, event, given, call)),
      with: (given: unknown) => createBound(within(given)),
      forPerson: (distinct_id: unknown) => createBound(within({ distinct_id })),
      identify: (id: unknown, traits?: unknown, call?: unknown) =>
        pipeline.identify(binding, id, traits, call),
      group: (type: string, key: unknown, traits?: unknown) =>
        groups[type] === undefined
          ? pipeline.group(binding, type, key, traits)
          : pipeline.group(within({ [groups[type]]: key }), type, undefined, traits),
      register: pipeline.register,
      reset: pipeline.reset,
      // Each by name: spreading them would make every bound tracker four times as dear.
      flush: delivery.flush,
      shutdown: delivery.shutdown,
      stats: delivery.stats,
      optIn: delivery.optIn,
      optOut: delivery.optOut,
    };
    for (const type in groups)
      members[`for${pascal(type)}`] = (key: unknown) =>
        createBound(within({ [groups[type] as string]: key }));
    return members;
  };
  return createBound(bind({ fields, distinct_id: undefined })) as T;
}

function pascal(words: string): string {
  return words.replace(/(?:^|[\W_]+)([^\W_])/g, (_, first: string) => first.toUpperCase());
}
