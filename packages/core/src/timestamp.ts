/**
 * Writes instants as RFC 3339 in UTC: what was given (a Date or a text with any offset), or now
 * where nothing was, or nothing that is a date. The last one is remembered: events come in bursts.
 */
export function createTimestamp(now: () => number): (given: unknown) => string {
  let last = Number.NaN;
  let text = "";
  return (given) => {
    const asked = given === undefined ? Number.NaN : new Date(given as string | Date).getTime();
    const time = Number.isNaN(asked) ? now() : asked;
    if (time !== last) {
      text = new Date(time).toISOString();
      last = time;
    }
    return text;
  };
}
