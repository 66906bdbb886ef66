import { createTrackPath } from "@dd0c/track-core";
import { boundHere } from "./with-tenant";

/** As much of a tracker as depends on whom it is bound to. */
interface Tracks {
  track(event: string): (properties: unknown, context: unknown) => void;
}

/** What every tracker does the same way, whomever it is bound to. */
const SHARED: ReadonlySet<string> = new Set([
  ...["flush", "shutdown", "stats", "optIn", "optOut", "hash", "register", "reset"],
]);

/**
 * A tracker whose calls go to the tenant of `withTenant`, if there is one where the call is made;
 * `track` and the other members may be taken from it beforehand.
 */
export function heedTenant<T extends object>(tracker: T): T {
  const members = tracker as Record<string, (...given: unknown[]) => unknown>;
  const heedful: Record<string, unknown> = {};
  const here = (): typeof members => (boundHere(heedful) as typeof members | undefined) ?? members;
  for (const name of Object.keys(members))
    heedful[name] = SHARED.has(name)
      ? members[name]
      : (...given: unknown[]): unknown => here()[name]?.(...given);
  heedful.track = createTrackPath((event, properties, context) =>
    (here() as unknown as Tracks).track(event)(properties, context),
  );
  return heedful as T;
}
