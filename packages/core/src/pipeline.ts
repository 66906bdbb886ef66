import { type Binder, type Binding, createBinder, textOf } from "./binding";
import type { ClientEvent, ClientPlan, EventFacts } from "./client-plan";
import { countDropped, createCounters } from "./counters";
import { createGate } from "./gate";
import type { Hasher } from "./hasher";
import { ownMember } from "./own-member";
import { createProtect, type Protect } from "./protect";
import { createReport, type TrackError } from "./report";
import { runtimeTracker } from "./runtime-members";
import type { RuntimeTracker } from "./runtime-tracker";
import type { MakeSink, SinkHost } from "./sink";
import type { DropReason } from "./stats";
import { isUuid } from "./uuid-v7";
import type { WireEvent } from "./wire-event";

/** What a runtime gives to make a tracker of a plan. */
export interface TrackerParts {
  /** Whole milliseconds since 1970. */
  readonly now: () => number;
  readonly sink: MakeSink;
  readonly hasher?: Hasher | undefined;
  /** The values of context fields that come `from: runtime`. */
  readonly context?: object | undefined;
  /** Properties of the runtime itself, such as `$lib`. */
  readonly runtime: Readonly<Record<string, unknown>>;
  /** Keeps bindings that come again and again, where that pays. */
  readonly remember?: ((binder: Binder) => Binder) | undefined;
  /** Servers: what comes before protection; it holds properties to the plan's lists. */
  readonly keepPlanned?: ((protect: Protect, host: SinkHost) => Protect) | undefined;
  /** What the runtime adds to every tracker, bound ones too; it may replace what is there. */
  readonly members?: ((delivery: RuntimeTracker) => object) | undefined;
  /** Servers: the id for events of nobody and of no group. Without it the sink names the person. */
  readonly nobody?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly onError?: ((error: TrackError) => void) | undefined;
  /** Sees each event as it leaves. */
  readonly onEvent?: ((event: WireEvent) => void) | undefined;
}

type Properties = Record<string, unknown>;

/** As an own key, which only JSON makes; to delete it leaves the real prototype alone. */
const PROTO = "__proto__";

/** The way of every call: enrich, protect PII, pass the plan's gate, hand over to the sink. */
export interface Pipeline extends Binder {
  track(binding: Binding, event: string, given: unknown, call: unknown): void;
  identify(binding: Binding, id: unknown, traits: unknown, call: unknown): void;
  /** Without a `key` it is the one that the binding's context has for the group. */
  group(binding: Binding, type: string, key: unknown, traits: unknown): void;
  register(properties: unknown): void;
  reset(): void;
  readonly delivery: RuntimeTracker;
}

/** The pipeline of a plan; each call runs through it before it returns, and none throws. */
export function createPipeline(client: ClientPlan, parts: TrackerParts): Pipeline {
  const counters = createCounters();
  const report = createReport(parts.now, parts.onError);
  const host: SinkHost = { counters, report };
  const sink = parts.sink(host);
  const gate = createGate(parts.now);
  const planless = createProtect(parts.hasher, (piiClass) => {
    counters.pii_dropped++;
    // What the plan drops is its will; what could not be hashed is news.
    if (piiClass) report("pii_dropped", piiClass);
  });
  const protect = parts.keepPlanned?.(planless, host) ?? planless;
  const plain = createBinder(client, protect, parts.runtime);
  const binder = parts.remember?.(plain) ?? plain;
  const { personOf } = binder;
  const state: { stopped: DropReason | undefined } = {
    stopped: parts.disabled ? "disabled" : undefined,
  };
  let superProperties: Properties | undefined;

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
    event: string,
    binding: Binding,
    properties: Properties,
    call: unknown,
    person = binding.person ?? sink.distinctId?.(),
  ): DropReason | undefined {
    const id = person ?? (parts.nobody && (binding.groupId ?? parts.nobody));
    if (id && (id === parts.nobody || id === sink.anonymousId?.()))
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

  function copy(given: unknown, facts: EventFacts | undefined, below?: Properties): Properties {
    const properties = below
      ? { ...below, ...(given as Properties) }
      : { ...(given as Properties) };
    // JSON would ask a given `toJSON` what to write, and a reader might take `__proto__` for its own.
    if ("toJSON" in properties) properties.toJSON = undefined;
    if (Object.hasOwn(properties, PROTO)) delete properties[PROTO];
    protect.properties(properties, facts);
    return properties;
  }

  return {
    ...binder,
    track: (bound, event, given, call) =>
      attempt(event, () => {
        const binding = call ? binder.bind(binder.extend(bound.bound, call)) : bound;
        if (binding.missing) return missing(event, binding.missing);
        const facts = ownMember(client.events, event) as ClientEvent | undefined;
        const refused =
          facts &&
          gate(event, facts, (by) =>
            by === "distinct_id"
              ? (binding.person ?? sink.distinctId?.() ?? binding.groupId)
              : binding.properties[by],
          );
        if (refused) return refused;
        const properties = copy(given, facts, superProperties);
        if (facts?.set) Object.assign(properties, facts.set);
        return send(event, binding, properties, call);
      }),

    identify: (binding, id, traits, call) =>
      attempt("$identify", () => {
        const person = personOf(id);
        if (!person) return missing("$identify", "distinct_id");
        const $set = copy(traits, client.person?.traits);
        if (sink.identify) return void sink.identify(person, $set);
        const $anon_distinct_id =
          personOf(ownMember(call, "anon_distinct_id")) ?? sink.anonymousId?.();
        return send("$identify", binding, { $set, $anon_distinct_id }, call, person);
      }),

    group: (binding, $group_type, key, traits) =>
      attempt("$groupidentify", () => {
        const keys = ownMember(binding.properties, "$groups");
        // A key of a group that callers do not bind has not been through a binding.
        const fact = Object.values(client.context).find(({ group }) => group === $group_type);
        const own = protect.value(key, fact?.from && fact.pii);
        const $group_key = textOf(own ?? ownMember(keys, $group_type));
        if (!$group_key) return missing("$groupidentify", $group_type);
        const $group_set = copy(traits, client.groups?.[$group_type]?.traits);
        if (sink.group) return void sink.group($group_type, $group_key, $group_set);
        const properties = { $group_type, $group_key, $group_set };
        const id = `$${$group_type}_${$group_key}`;
        return send("$groupidentify", binding, properties, undefined, id);
      }),

    register(given) {
      const facts = client.super_properties;
      const planned = copy(given, facts);
      for (const name in planned) if (!facts?.names.includes(name)) delete planned[name];
      if (sink.register) sink.register(planned);
      else superProperties = { ...superProperties, ...planned };
    },

    reset() {
      superProperties = undefined;
      sink.reset?.();
    },

    delivery: runtimeTracker(sink, counters, report, state),
  };
}

/** An instant as RFC 3339 in UTC; undefined for what is none. */
function isoTime(given: unknown): string | undefined {
  if (!given) return undefined;
  const time = new Date(given as Date | string);
  return time.getTime() ? time.toISOString() : undefined;
}
