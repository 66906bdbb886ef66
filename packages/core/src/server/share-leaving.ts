/**
 * One listener for all who wait for the process's end: `listen` adds it and answers how to take it
 * away, which happens when nobody waits any more. Node warns of leaks past ten listeners.
 */
export function shareLeaving(
  listen: (callback: () => void) => () => void,
): (callback: () => void) => () => void {
  const waiting = new Set<() => void>();
  let stop: (() => void) | undefined;
  const tell = (): void => {
    for (const callback of waiting) callback();
  };
  return (callback) => {
    // A function of its own for each, so that a callback that comes twice is two.
    const own = (): void => callback();
    waiting.add(own);
    stop ??= listen(tell);
    return () => {
      waiting.delete(own);
      if (waiting.size > 0) return;
      stop?.();
      stop = undefined;
    };
  };
}
