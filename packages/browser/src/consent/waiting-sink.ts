import type { MakeSink, Sink } from "@dd0c/track-core";

/** A sink that is made when it may be, and until then takes nothing. */
export interface WaitingSink {
  readonly make: MakeSink;
  /** Makes the real one. A second call does nothing. */
  start(): void;
  /** Lets the real one forget the person. */
  forget(): void;
}

const CLOSED: Sink = { take: () => "opted_out", flush: async () => {} };

/** Stands before a sink that must not do anything yet, not even read what an earlier page has stored. */
export function waitingSink(make: MakeSink): WaitingSink {
  let real: Sink | undefined;
  let start = (): void => {};
  return {
    make(host) {
      start = () => {
        real ??= make(host);
      };
      // Trackers ask a sink which members it has, so it looks like the one that stands behind it.
      return new Proxy(CLOSED, {
        get(_, name) {
          const sink = real ?? CLOSED;
          const member: unknown = Reflect.get(sink, name);
          return typeof member === "function" ? member.bind(sink) : member;
        },
      });
    },
    start: () => start(),
    forget: () => real?.reset?.(),
  };
}
