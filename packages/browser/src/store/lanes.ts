import { holdLane, type Release } from "./hold-lane";

/** The lanes that one page holds or is asking for. */
export interface Lanes {
  /** Held, or asked for. */
  has(lane: string): boolean;
  isHeld(lane: string): boolean;
  /** Asks for a lane, and calls back once it is granted; where another page holds it, never. */
  hold(lane: string, then: () => void): void;
  letGo(lane: string): void;
  letAllGo(): void;
}

/** No lane yet. */
export function createLanes(): Lanes {
  const lanes = new Map<string, Release | undefined>();

  function letGo(lane: string): void {
    lanes.get(lane)?.();
    lanes.delete(lane);
  }
  return {
    has: (lane) => lanes.has(lane),
    isHeld: (lane) => lanes.get(lane) !== undefined,
    hold(lane, then) {
      lanes.set(lane, undefined);
      void holdLane(lane).then((release) => {
        lanes.delete(lane);
        if (!release) return;
        lanes.set(lane, release);
        then();
      });
    },
    letGo,
    letAllGo() {
      for (const lane of [...lanes.keys()]) letGo(lane);
    },
  };
}
