import { holdLease } from "./hold-lease";

/** Lets go of a lane, so that another page may take it. */
export type Release = () => void;

/**
 * Holds a lane until it is released or the page is gone, however it goes; undefined when another
 * page holds it. With Web Locks where there are (secure origins), else with a lease in localStorage.
 */
export function holdLane(lane: string): Promise<Release | undefined> {
  const { locks } = navigator;
  if (!locks) return holdLease(lane);
  return new Promise((resolve) => {
    const answer = (lock: Lock | null): Promise<void> | undefined => {
      if (lock) return new Promise((release) => resolve(release));
      resolve(undefined);
      return undefined;
    };
    // Refused to pages without an origin of their own, which have no storage either.
    locks.request(lane, { ifAvailable: true }, answer).catch(() => resolve(undefined));
  });
}
