import { type Binding, type Bound, createBinding, extendBound } from "./binding";
import type { ClientPlan, EventFacts } from "./client-plan";
import { countDropped, createCounters, totalDropped } from "./counters";
import { createGate } from "./gate";
import type { Hasher } from "./hasher";
import { FLUSH_TIMEOUT_MS } from "./limits";
import type { Platform } from "./platform";
import { createProtect } from "./protect";
import { createReport, type TrackError } from "./report";
import type { DeliveryReport, RuntimeTracker } from "./runtime-tracker";
import type { MakeSink } from "./sink";
import type { DropReason } from "./stats";
import { createTrackPath } from "./track-path";
import { createUuidV7, isUuid } from "./uuid-v7";
import type { WireEvent } from "./wire-event";

/** What a runtime gives to make a tracker of a plan. */
export interface TrackerParts {
  readonly platform: Platform;
  readonly sink: MakeSink;
  readonly hasher?: Hasher | undefined;
  /** The values of context fields that come `from: runtime`. */
  readonly context?: object | undefined;
  /** Properties of the runtime itself, such as `$lib`. */
  readonly runtime: Readonly<Record<string, unknown>>;
  readonly disabled?: boolean | undefined;
  readonly onError?: ((error: TrackError) => void) | undefined;
  /** Sees each event as it leaves. */
  readonly onEvent?: ((event: WireEvent) => void) | undefined;
}

type Properties = Record<string, unknown>;

/**
 * The tracker of a plan: every call is enriched, protected, let through the plan's gate and handed
 * to the sink, within the call. `T` is the generated type; the members below are all that it may
 * promise. Nothing here throws into the host.
 */
export function createTracker<T>(client: ClientPlan, parts: TrackerParts): T {
  const { platform } = parts;
  const counters = createCounters();
  const report = createReport(platform.now, parts.onError);
  const sink = parts.sink({ counters, report });
  const uuid = createUuidV7(platform.now, platform.random);
  const seed = new Uint8Array(4);
  const gate = createGate(platform.now, () => {
    platform.random(seed);
    return new DataView(seed.buffer).getUint32(0) / 2 ** 32;
  });
  const protect = createProtect(parts.hasher, (piiClass) => {
    counters.pii_dropped++;
    // What the plan drops is its will; what could not be hashed is news.
    if (piiClass)
      report("pii_dropped", `a value of class ${piiClass} could not be hashed: dropped`);
  });
  const anonymous = uuid();
  let superProperties: Properties = {};
  let stopped: DropReason | undefined = parts.disabled ? "disabled" : undefined;
  let isoTime = 0;
  let iso = "";

  function timestamp(given?: unknown): string {
    const time = given === undefined ? platform.now() : new Date(given as string).getTime();
    if (Number.isNaN(time)) return timestamp();
    if (time !== isoTime) iso = new Date((isoTime = time)).toISOString();
    return iso;
  }

  /** Own members only, and never one that could change what the others say. */
  function copy(given: unknown): Properties {
    const properties: Properties = { ...(given as Properties) };
    if ("toJSON" in properties) properties.toJSON = undefined;
    if (Object.hasOwn(properties, "__proto__")) Reflect.deleteProperty(properties, "__proto__");
    return properties;
  }

  function guard(event: string, run: () => DropReason | undefined): void {
    let reason = stopped;
    try {
      reason ??= run();
    } catch {
      reason = "unserialisable";
      report(reason, `${event} could not be read or serialised: dropped`);
    }
    if (reason) countDropped(counters, reason);
    else counters.accepted++;
  }

  function send(
    binding: Binding,
    event: string,
    properties: Properties,
    call: Properties | undefined,
    distinctId?: string,
  ): DropReason | undefined {
    const person = distinctId ?? binding.distinctId ?? sink.distinctId?.();
    const id = person ?? (sink.distinctId ? undefined : (binding.groupId ?? anonymous));
    if (id === anonymous) properties.$process_person_profile = false;
    const own = (name: string) => (call && Object.hasOwn(call, name) ? call[name] : undefined);
    const given = own("uuid");
    const ready: WireEvent = {
      event,
      distinct_id: id,
      properties: Object.assign(properties, binding.properties),
      timestamp: timestamp(own("timestamp")),
      uuid: isUuid(given) ? given : uuid(),
    };
    parts.onEvent?.(ready);
    return sink.take(ready);
  }

  function bind(bound: Bound): Properties {
    const binding = createBinding(client, bound, protect, parts.runtime);
    const within = (call: unknown): Binding =>
      call
        ? createBinding(client, extendBound(client, bound, call), protect, parts.runtime)
        : binding;

    const track = createTrackPath((event, given, call) =>
      guard(event, () => {
        const at = within(call);
        if (at.missing) {
          report("missing_context", `${event} has no ${at.missing}: dropped`);
          return "missing_context";
        }
        const facts = client.events?.[event];
        if (facts?.sample || facts?.limit) {
          const refused = gate(event, facts, (by) =>
            by === "distinct_id"
              ? (at.distinctId ?? sink.distinctId?.() ?? at.groupId)
              : at.properties[by],
          );
          if (refused) return refused;
        }
        const properties = copy({ ...superProperties, ...(given as Properties), ...facts?.set });
        protect.properties(properties, facts);
        if (facts?.personless) properties.$process_person_profile = false;
        return send(at, event, properties, call as Properties | undefined);
      }),
    );

    const traits = (given: unknown, facts: EventFacts | undefined): Properties => {
      const safe = copy(given);
      protect.properties(safe, facts);
      return safe;
    };

    const api: Properties = {
      track,
      with: (given: unknown) => bind(extendBound(client, bound, given)),
      forPerson: (distinct_id: unknown) => bind({ ...bound, distinct_id }),
      identify: (distinct_id: unknown, given?: unknown, call?: Properties) =>
        guard("$identify", () => {
          const id = protect.value(distinct_id, client.person?.distinct_id);
          if (id === undefined || id === null || id === "") return "missing_context";
          const set = traits(given, client.person?.traits);
          if (sink.identify) return sink.identify(String(id), set) as undefined;
          const before = call?.anon_distinct_id;
          return send(
            binding,
            "$identify",
            { $set: set, ...(before ? { $anon_distinct_id: before } : {}) },
            call,
            String(id),
          );
        }),
      group: (type: string, key: unknown, given?: unknown) =>
        guard("$groupidentify", () => {
          const field = Object.values(client.context).find(
            (fact) => "group" in fact && fact.group === type,
          );
          const safe = protect.value(key, field && "pii" in field ? field.pii : undefined);
          if (safe === undefined || safe === null || safe === "") return "missing_context";
          const set = traits(given, client.groups?.[type]?.traits);
          if (sink.group) return sink.group(type, String(safe), set) as undefined;
          return send(
            binding,
            "$groupidentify",
            { $group_type: type, $group_key: String(safe), $group_set: set },
            undefined,
            `$${type}_${safe}`,
          );
        }),
      register: (given: unknown) => {
        const planned = copy(given);
        for (const name in planned)
          if (!client.super_properties?.names.includes(name)) delete planned[name];
        protect.properties(planned, client.super_properties);
        if (sink.register) sink.register(planned);
        else superProperties = { ...superProperties, ...planned };
      },
      reset: () => {
        superProperties = {};
        sink.reset?.();
      },
      ...delivery,
    };
    for (const name in client.context) {
      const fact = client.context[name];
      if (fact?.from === "caller" && fact.group)
        api[`for${pascal(fact.group)}`] = (key: unknown) =>
          bind(extendBound(client, bound, { [name]: key }));
    }
    return api;
  }

  async function settle(timeout = FLUSH_TIMEOUT_MS): Promise<DeliveryReport> {
    const { sent } = counters;
    const dropped = totalDropped(counters);
    await sink.flush(timeout).catch(() => report("internal", "flush failed"));
    const gauges = sink.gauges?.();
    return {
      sent: counters.sent - sent,
      dropped: totalDropped(counters) - dropped,
      pending: gauges ? gauges.queued + gauges.in_flight : 0,
    };
  }

  const delivery: RuntimeTracker = {
    flush: (options) => settle(options?.timeout),
    shutdown: async (options) => {
      stopped = "closed";
      const report = await settle(options?.timeout);
      countDropped(counters, "closed", report.pending);
      sink.close?.();
      return report;
    },
    stats: () => ({
      ...counters,
      dropped: { ...counters.dropped },
      ...(sink.gauges?.() ?? { queued: 0, in_flight: 0, bytes: 0 }),
    }),
    optIn: () => {
      if (stopped === "opted_out") stopped = undefined;
      sink.optIn?.();
    },
    optOut: () => {
      stopped ??= "opted_out";
      sink.optOut?.();
    },
  };

  const fields: Properties = {};
  const context = copy(parts.context);
  for (const name in client.context)
    if (client.context[name]?.from === "runtime" && Object.hasOwn(context, name))
      fields[name] = context[name];
  return bind({ fields }) as T;
}

function pascal(words: string): string {
  return words.replace(/(?:^|[^\dA-Za-z]+)([\dA-Za-z])/g, (_, first: string) =>
    first.toUpperCase(),
  );
}
