import { createTrackPath } from "@dd0c/track-core";
import type { ServerTracker } from "@dd0c/track-core/server";
import type { Later } from "./later";

/** The members of a bound tracker that a request needs; the generated type has them typed. */
export interface Bound extends ServerTracker {
  readonly track: (event: string) => (properties: unknown, call?: object) => void;
  with(context: object): Bound;
  forPerson(distinct_id: string): Bound;
  identify(distinct_id: string, traits?: unknown, call?: object): void;
  group(type: string, key: string, traits?: unknown): void;
}

/**
 * The tracker of one request, usable before its tenant is known: what is called meanwhile is
 * copied, stamped and handed on when the tenant arrives. `uuidFor` names the event's uuid where
 * Slack may deliver the request again.
 */
export function requestTracker(
  root: ServerTracker,
  bound: Later<Bound>,
  uuidFor: (event: string) => string | undefined,
): Bound {
  /** As it is now: the host may change its objects before the tenant is known. */
  const copy = (given: unknown): unknown => {
    if (bound.isHere() || given === undefined) return given;
    try {
      return JSON.parse(JSON.stringify(given));
    } catch {
      return given;
    }
  };
  const stamp = (event: string, call: unknown): object => {
    const uuid = uuidFor(event);
    return {
      ...(bound.isHere() ? {} : { timestamp: new Date() }),
      ...(uuid ? { uuid } : {}),
      ...(call as object),
    };
  };
  const derive = (choose: (tracker: Bound) => Bound): Bound =>
    requestTracker(
      root,
      {
        isHere: bound.isHere,
        use: (callback) => bound.use((tracker) => callback(choose(tracker))),
      },
      uuidFor,
    );

  const members: Omit<Bound, keyof ServerTracker> = {
    track: createTrackPath((event, given, call) => {
      const properties = copy(given);
      const stamped = stamp(event, call);
      bound.use((tracker) => tracker.track(event)(properties, stamped));
    }) as Bound["track"],
    with: (context) => derive((tracker) => tracker.with(context)),
    forPerson: (distinct_id) => derive((tracker) => tracker.forPerson(distinct_id)),
    identify: (distinct_id, given, call) => {
      const traits = copy(given);
      bound.use((tracker) => tracker.identify(distinct_id, traits, call));
    },
    group: (type, key, given) => {
      const traits = copy(given);
      bound.use((tracker) => tracker.group(type, key, traits));
    },
  };
  return Object.assign(Object.create(root) as Bound, members);
}
