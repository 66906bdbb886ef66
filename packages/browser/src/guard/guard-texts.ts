import type { MakeSink } from "@dd0c/track-core";
import { createGuard, type GuardOptions } from "@dd0c/track-core/guard";

/**
 * A sink that masks e-mail addresses, and other shapes if given, in all that leaves, as servers do:
 * `createTracker({ sink: guardTexts(standAlone({ … })) })`, or beside posthog-js
 * `guardTexts(throughPostHogJs(posthog))`. Ids stay. What it finds is counted (`stats().masked`) and
 * reported by its kind. A page has no plan at hand: what the plan allows is listed in `allow`.
 */
export function guardTexts(make: MakeSink, options: GuardOptions = {}): MakeSink {
  return (host) => {
    const { counters, report } = host;
    counters.masked = 0;
    const guard = createGuard(options, (name, times) => {
      counters.masked = (counters.masked ?? 0) + times;
      report("masked", name);
    });
    const sink = make(host);
    const { identify, group, register } = sink;
    /** Contexts come again and again. */
    const known = new WeakMap<object, Readonly<Record<string, unknown>>>();

    /** The very object where there is nothing to mask. */
    function safe<T extends Readonly<Record<string, unknown>>>(given: T): T {
      const json = JSON.stringify(given);
      const masked = guard(json);
      return masked === json ? given : JSON.parse(masked);
    }
    function safeContext(context: Readonly<Record<string, unknown>>) {
      const seen = known.get(context) ?? safe(context);
      known.set(context, seen);
      return seen;
    }

    return {
      ...sink,
      take: (event) =>
        sink.take({
          ...event,
          properties: safe(event.properties),
          context: safeContext(event.context),
        }),
      ...(identify && { identify: (id, traits) => identify(id, safe(traits)) }),
      ...(group && { group: (type, key, traits) => group(type, key, safe(traits)) }),
      ...(register && { register: (properties) => register(safe(properties)) }),
    };
  };
}
