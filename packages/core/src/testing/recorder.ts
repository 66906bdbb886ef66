import type { TrackError } from "../report";
import type { MakeSink, SinkHost } from "../sink";
import { allProperties, type WireEvent } from "../wire-event";
import { after } from "./after";
import { AssertionError, describeMiss, isMatch } from "./compare";

/** An event as it would have left: PII hashed, context written, spelt as PostHog reads it. */
export interface RecordedEvent<Name extends string, Properties> {
  readonly event: Name;
  /** Undefined where a browser's posthog-js would name the person. */
  readonly distinct_id: string | undefined;
  /** The event's own properties, and the context's beside them. */
  readonly properties: Properties & Readonly<Record<string, unknown>>;
  /** What the call gave; undefined for now. */
  readonly timestamp: string | undefined;
  readonly uuid: string | undefined;
}

type NameOf<Events> = keyof Events & string;

/** What a tracker has recorded; `Events` is the plan's map from name to properties. */
export interface Recorder<Events> {
  /** All events in order, PostHog's own (`$identify`, `$groupidentify`) included. */
  events(): readonly RecordedEvent<string, unknown>[];
  /** The events of this name, typed. */
  events<Name extends NameOf<Events>>(name: Name): readonly RecordedEvent<Name, Events[Name]>[];
  /**
   * Asserts that an event of this name was tracked whose properties include these, at every depth,
   * and answers the first. Throws an AssertionError that shows the nearest miss.
   */
  expectTracked<Name extends NameOf<Events>>(
    name: Name,
    properties?: Expected<Events[Name]>,
  ): RecordedEvent<Name, Events[Name]>;
  /** Asserts that nothing was tracked, or nothing of this name. */
  expectNothing(name?: NameOf<Events>): void;
  /** Resolves with the next event of this name, or one that is there already; rejects after `timeout` ms (1,000). */
  waitFor<Name extends NameOf<Events>>(
    name: Name,
    options?: { readonly timeout?: number },
  ): Promise<RecordedEvent<Name, Events[Name]>>;
  /** Forgets what was recorded. */
  clear(): void;
}

/** Some of the planned properties, at every depth, and anything of the context. */
export type Expected<Properties> = Part<Properties> & { readonly [context: string]: unknown };
type Part<Value> = { readonly [K in keyof Value]?: Part<Value[K]> };

type Recorded = RecordedEvent<string, Readonly<Record<string, unknown>>>;

/** A recorder, and the sink and error handler that feed it. */
export function createRecorder<Events>(): {
  readonly recorder: Recorder<Events>;
  readonly sink: MakeSink;
  readonly onError: (error: TrackError) => void;
} {
  let recorded: Recorded[] = [];
  let troubles: string[] = [];
  let host: SinkHost | undefined;
  const waiting = new Set<(event: Recorded) => void>();

  const named = (name: string | undefined): Recorded[] =>
    name === undefined ? [...recorded] : recorded.filter((event) => event.event === name);

  function take(event: WireEvent): undefined {
    const { distinct_id, timestamp, uuid } = event;
    const properties = JSON.parse(JSON.stringify(allProperties(event)));
    const kept = { event: event.event, distinct_id, properties, timestamp, uuid };
    recorded.push(kept);
    if (host) host.counters.sent++;
    for (const tell of [...waiting]) tell(kept);
    return undefined;
  }

  function expectTracked(name: string, expected: object = {}): Recorded {
    const found = named(name).find((event) => isMatch(event.properties, expected));
    if (found) return found;
    const notes = Object.entries(host?.counters.dropped ?? {}).map(
      ([reason, count]) => `${count} dropped as ${reason}`,
    );
    throw new AssertionError(
      describeMiss(name, expected, recorded, [...notes, ...troubles]),
      named(name)[0]?.properties,
      expected,
    );
  }

  function expectNothing(name?: string): void {
    const found = named(name);
    if (found.length === 0) return;
    const names = found.map((event) => event.event).join(", ");
    throw new AssertionError(
      `Expected no ${name ?? "event"}, but tracked were: ${names}`,
      names,
      "",
    );
  }

  function waitFor(name: string, { timeout = 1_000 } = {}): Promise<Recorded> {
    const [there] = named(name);
    if (there) return Promise.resolve(there);
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        cancel();
        waiting.delete(tell);
      };
      const tell = (event: Recorded): void => {
        if (event.event !== name) return;
        settle();
        resolve(event);
      };
      const cancel = after(timeout, () => {
        settle();
        reject(
          new AssertionError(
            describeMiss(name, {}, recorded, [`waited ${timeout} ms`]),
            undefined,
            name,
          ),
        );
      });
      waiting.add(tell);
    });
  }

  const recorder = {
    events: named,
    expectTracked,
    expectNothing,
    waitFor,
    clear() {
      recorded = [];
      troubles = [];
    },
  };
  return {
    // The one place where what was recorded gets its planned types.
    recorder: recorder as unknown as Recorder<Events>,
    sink: (made) => {
      host = made;
      return { take, flush: async () => {} };
    },
    onError: (error) => void troubles.push(error.message),
  };
}
