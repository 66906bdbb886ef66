/** What stands for each millisecond of a second, with the closing Z: writing it costs a look-up. */
const ENDS: readonly string[] = Array.from(
  { length: 1_000 },
  (_, ms) => `${String(ms).padStart(3, "0")}Z`,
);

/**
 * Writes instants (whole ms since 1970) as RFC 3339 in UTC. For a clock that is read all the time: the
 * date itself is written once a second, for it costs more than the rest of an event.
 */
export function createIsoClock(): (time: number) => string {
  let second = Number.NaN;
  let start = "";
  return (time) => {
    const own = Math.floor(time / 1_000);
    if (own !== second) start = new Date(time).toISOString().slice(0, -4);
    second = own;
    return start + (ENDS[time - own * 1_000] ?? "000Z");
  };
}
