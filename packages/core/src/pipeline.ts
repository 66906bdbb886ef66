import { type Binding, type Bound, createBinding, extendBound } from "./binding";
import type { ClientPlan, EventFacts } from "./client-plan";
import { countDropped, createCounters } from "./counters";
import { createGate } from "./gate";
import type { Hasher } from "./hasher";
import type { Platform } from "./platform";
import { createProtect } from "./protect";
import { createReport, type TrackError } from "./report";
import { runtimeTracker } from "./runtime-members";
import type { RuntimeTracker } from "./runtime-tracker";
import type { MakeSink } from "./sink";
import type { DropReason } from "./stats";
import { isUuid } from "./uuid-v7";
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

/** The way of every call: enrich, protect PII, pass the plan's gate, hand over to the sink. */
export interface Pipeline {
  bind(bound: Bound): Binding;
  track(binding: Binding, event: string, given: unknown, call: unknown): void;
  identify(binding: Binding, id: unknown, traits: unknown, call: unknown): void;
  group(binding: Binding, type: string, key: unknown, traits: unknown): void;
  register(properties: unknown): void;
  reset(): void;
  readonly delivery: RuntimeTracker;
}

/** The pipeline of a plan; each call runs through it before it returns, and none throws. */
export function createPipeline(client: ClientPlan, parts: TrackerParts): Pipeline {
  const { platform } = parts;
  const counters = createCounters();
  const report = createReport(platform.now, parts.onError);
  const sink = parts.sink({ counters, report });
  const gate = createGate(platform);
  const protect = createProtect(parts.hasher, (piiClass) => {
    counters.pii_dropped++;
    // What the plan drops is its will; what could not be hashed is news.
    if (piiClass) report("pii_dropped", piiClass);
  });
  const state: { stopped: DropReason | undefined } = {
    stopped: parts.disabled ? "disabled" : undefined,
  };
  const anonymous = `anon_${platform.hex(32)}`;
  let superProperties: Properties | undefined;

  const bindFields = (bound: Bound) => createBinding(client, bound, protect, parts.runtime);

  /** Counts what becomes of one event; nothing that goes wrong in it reaches the host. */
  function attempt(event: string, run: () => DropReason | undefined): void {
    let reason = state.stopped;
    try {
      reason ??= run();
    } catch {
      reason = "unserialisable";
      report(reason, event);
    }
    if (reason) countDropped(counters, reason);
    else counters.accepted++;
  }

  function missing(event: string, what: string): DropReason {
    report("missing_context", `${event}: ${what}`);
    return "missing_context";
  }

  function send(
    binding: Binding,
    event: string,
    properties: Properties,
    call: unknown,
    person = binding.distinctId ?? sink.distinctId?.(),
  ): DropReason | undefined {
    const id = person ?? (sink.distinctId ? undefined : (binding.groupId ?? anonymous));
    if (id === anonymous || (id !== undefined && id === sink.anonymousId?.()))
      properties.$process_person_profile = false;
    // Nothing that was given can stand in the context's place.
    for (const name in properties)
      if (Object.hasOwn(binding.properties, name)) delete properties[name];
    const uuid = ownMember(call, "uuid");
    const ready: WireEvent = {
      event,
      distinct_id: id,
      properties,
      context: binding.properties,
      timestamp: isoTime(ownMember(call, "timestamp")),
      uuid: isUuid(uuid) ? uuid : undefined,
    };
    parts.onEvent?.(ready);
    return sink.take(ready);
  }

  function protectCopy(
    given: unknown,
    facts: EventFacts | undefined,
    below?: Properties,
  ): Properties {
    const properties = below
      ? { ...below, ...(given as Properties) }
      : { ...(given as Properties) };
    // Neither may say what the others are: JSON would ask the one, a reader's prototype is the other.
    if ("toJSON" in properties) properties.toJSON = undefined;
    if (Object.hasOwn(properties, "__proto__")) Reflect.deleteProperty(properties, "__proto__");
    protect.properties(properties, facts);
    return properties;
  }

  return {
    bind: bindFields,
    track: (bound, event, given, call) =>
      attempt(event, () => {
        const binding = call ? bindFields(extendBound(client, bound.bound, call)) : bound;
        if (binding.missing) return missing(event, binding.missing);
        const facts = Object.hasOwn(client.events ?? {}, event)
          ? client.events?.[event]
          : undefined;
        const refused = gate(event, facts, (by) =>
          by === "distinct_id"
            ? (binding.distinctId ?? sink.distinctId?.() ?? binding.groupId)
            : binding.properties[by],
        );
        if (refused) return refused;
        const properties = protectCopy(given, facts, superProperties);
        if (facts) Object.assign(properties, facts.set);
        if (facts?.personless) properties.$process_person_profile = false;
        return send(binding, event, properties, call);
      }),

    identify: (binding, id, traits, call) =>
      attempt("$identify", () => {
        const person = text(protect.value(id, client.person?.distinct_id));
        if (!person) return missing("$identify", "distinct_id");
        const $set = protectCopy(traits, client.person?.traits);
        if (sink.identify) return void sink.identify(person, $set);
        const given = ownMember(call, "anon_distinct_id");
        const before =
          text(protect.value(given, client.person?.distinct_id)) || sink.anonymousId?.();
        const properties = before ? { $set, $anon_distinct_id: before } : { $set };
        return send(binding, "$identify", properties, call, person);
      }),

    group: (bound, $group_type, key, traits) =>
      attempt("$groupidentify", () => {
        const field = Object.keys(client.context).find((name) => {
          const fact = client.context[name];
          return fact && "group" in fact && fact.group === $group_type;
        });
        const binding = field
          ? bindFields({ ...bound.bound, fields: { ...bound.bound.fields, [field]: key } })
          : bound;
        const $group_key = text(field ? binding.properties[field] : key);
        if (!$group_key) return missing("$groupidentify", $group_type);
        const $group_set = protectCopy(traits, client.groups?.[$group_type]?.traits);
        if (sink.group) return void sink.group($group_type, $group_key, $group_set);
        const properties = { $group_type, $group_key, $group_set };
        return send(
          binding,
          "$groupidentify",
          properties,
          undefined,
          `$${$group_type}_${$group_key}`,
        );
      }),

    register: (given) => {
      const facts = client.super_properties;
      const planned = protectCopy(given, facts);
      for (const name in planned) if (!facts?.names.includes(name)) delete planned[name];
      if (sink.register) sink.register(planned);
      else superProperties = { ...superProperties, ...planned };
    },

    reset: () => {
      superProperties = undefined;
      sink.reset?.();
    },

    delivery: runtimeTracker(sink, counters, report, state),
  };
}

/** A member that is the object's own: what a polluted prototype says is not what the caller said. */
function ownMember(holder: unknown, name: string): unknown {
  return holder !== null && typeof holder === "object" && Object.hasOwn(holder, name)
    ? (holder as Properties)[name]
    : undefined;
}

function text(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

/** An instant as RFC 3339 in UTC; undefined for what is none. */
function isoTime(given: unknown): string | undefined {
  if (given === undefined) return undefined;
  const time = new Date(given as Date | string);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
